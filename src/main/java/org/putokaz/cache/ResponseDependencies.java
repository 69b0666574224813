package org.putokaz.cache;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dependency key of a cached response: the content whose changes invalidate it.
 *
 * @param family the only family the response shows; null where there may be others
 * @param entry the only entry of that family the response shows; null where there may be others
 */
record ResponseDependencies(
        @Nullable String family, @Nullable UUID entry) {}

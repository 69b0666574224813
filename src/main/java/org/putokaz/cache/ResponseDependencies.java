package org.putokaz.cache;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an answer depends on, where that is sure.
 *
 * @param family the one family that is in it; null where there may be others
 * @param entry the one entry of that family that is in it; null where there may be others
 */
record ResponseDependencies(
        @Nullable String family, @Nullable UUID entry) {}

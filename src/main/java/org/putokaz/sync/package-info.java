/**
 * Synchronisation for partners who keep a copy of the published content (docs/decisions/0017 and 0018).
 *
 * <p>A partner begins with {@code sync.snapshot} (all languages) or {@code sync.bundle} (one language), which are
 * written to files and served by {@code sync.download}. From the token in them it goes on with {@code sync.api}, which
 * reads the change feed through {@code sync.feed} and waits for changes in {@code sync.push}, by long polling or
 * server-sent events. Whatever connection is lost on the way, the copy ends with exactly the published state.
 */
@NullMarked
package org.putokaz.sync;

import org.jspecify.annotations.NullMarked;

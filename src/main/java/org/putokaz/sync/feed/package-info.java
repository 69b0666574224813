/**
 * Change feed as partners see it: opaque tokens, self-contained changes and pages (docs/decisions/0017).
 *
 * <p>{@link org.putokaz.sync.feed.FeedTokenResolver} turns the {@link org.putokaz.sync.feed.FeedToken} of a client into
 * a position. {@link org.putokaz.sync.feed.FeedQueryService} executes a {@link org.putokaz.sync.feed.FeedQuery} from
 * there: {@link org.putokaz.sync.feed.ChangeViewMapper} maps each entry to a {@link org.putokaz.sync.feed.ChangeView},
 * and the result becomes a {@link org.putokaz.sync.feed.ChangePage} with the next token.
 */
@NullMarked
package org.putokaz.sync.feed;

import org.jspecify.annotations.NullMarked;

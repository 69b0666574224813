package org.putokaz.sync.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedSlice;

/** Queries of the change feed. Each method blocks and runs in a transaction of its own. */
@ApplicationScoped
public class FeedQueryService {

    private final ChangeFeed feed;
    private final FeedTokenResolver tokens;
    private final ChangeViewMapper views;

    @Inject
    FeedQueryService(ChangeFeed feed, FeedTokenResolver tokens, ChangeViewMapper views) {
        this.feed = feed;
        this.tokens = tokens;
        this.views = views;
    }

    /** @throws org.putokaz.problem.ProblemException 400 or 410, see {@link FeedTokenResolver#resolve} */
    public FeedTokenResolver.ReadPosition resolvePosition(
            @Nullable String token, Set<String> families, FeedTokenResolver.TokenSource source) {
        return QuarkusTransaction.requiringNew().call(() -> tokens.resolve(token, families, source));
    }

    public FeedResult query(FeedQuery query) {
        return QuarkusTransaction.requiringNew().call(() -> read(query));
    }

    private FeedResult read(FeedQuery query) {
        FeedSlice slice = feed.readAfter(query.position(), query.filter(), query.limit());
        List<ChangeView> changes = slice.entries().stream()
                .map(entry -> views.toView(entry, query.completeUpTo()))
                .toList();
        long completeUpTo = slice.more() ? query.completeUpTo() : slice.end();
        FeedToken token = new FeedToken(slice.feed().id(), slice.end(), completeUpTo, slice.endAt(), query.families());
        FeedQuery next = new FeedQuery(slice.end(), completeUpTo, query.families(), query.limit());
        return new FeedResult(changes, query.completeUpTo(), next, token, slice.more());
    }
}

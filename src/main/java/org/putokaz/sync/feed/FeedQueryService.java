package org.putokaz.sync.feed;

import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedSlice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the feed for those who ask; on a thread that may wait for the database. */
@ApplicationScoped
public class FeedQueryService {

    private final ChangeFeed feed;
    private final FeedTokenResolver places;
    private final ChangeViewMapper views;

    @Inject
    FeedQueryService(ChangeFeed feed, FeedTokenResolver places, ChangeViewMapper views) {
        this.feed = feed;
        this.places = places;
        this.views = views;
    }

    /**
     * What came of a question.
     *
     * @param complete where the feed stood when whoever asked last had everything
     * @param next what to ask next, the same families being meant
     * @param place the same, for a partner
     */
    public record Answer(List<ChangeView> changes, long complete, FeedQuery next, FeedToken place, boolean more) {

        public String token() {
            return place.write();
        }

        /** Where somebody stands who has got as far as this change. */
        public String tokenAfter(ChangeView change) {
            boolean last = change.equals(changes.get(changes.size() - 1));
            return last
                    ? token()
                    : new FeedToken(place.feed(), change.position(), complete, change.publishedAt(), place.families())
                            .write();
        }

        public ChangePage page() {
            return new ChangePage(changes, token(), more);
        }
    }

    /** @throws org.putokaz.problem.ProblemException 400 or 410, see {@link FeedTokenResolver#of} */
    public FeedTokenResolver.Place place(@Nullable String token, Set<String> families, FeedTokenResolver.Given given) {
        return QuarkusTransaction.requiringNew().call(() -> places.of(token, families, given));
    }

    public Answer answer(FeedQuery question) {
        return QuarkusTransaction.requiringNew().call(() -> read(question));
    }

    private Answer read(FeedQuery question) {
        FeedSlice stretch = feed.readAfter(question.position(), question.filter(), question.most());
        List<ChangeView> changes = stretch.entries().stream()
                .map(entry -> views.of(entry, question.complete()))
                .toList();
        long complete = stretch.more() ? question.complete() : stretch.end();
        FeedToken token =
                new FeedToken(stretch.feed().id(), stretch.end(), complete, stretch.endAt(), question.families());
        FeedQuery next = new FeedQuery(stretch.end(), complete, question.families(), question.most());
        return new Answer(changes, question.complete(), next, token, stretch.more());
    }
}

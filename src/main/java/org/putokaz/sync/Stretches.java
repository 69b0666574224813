package org.putokaz.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ChangeFeed;

/** Reads the feed for those who ask; on a thread that may wait for the database. */
@ApplicationScoped
class Stretches {

    private final ChangeFeed feed;
    private final FeedPlaces places;
    private final ChangeViews views;

    @Inject
    Stretches(ChangeFeed feed, FeedPlaces places, ChangeViews views) {
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
    record Answer(List<ChangeView> changes, long complete, Question next, FeedToken place, boolean more) {

        String token() {
            return place.write();
        }

        /** Where somebody stands who has got as far as this change. */
        String tokenAfter(ChangeView change) {
            boolean last = change.equals(changes.get(changes.size() - 1));
            return last
                    ? token()
                    : new FeedToken(place.feed(), change.position(), complete, change.publishedAt(), place.families())
                            .write();
        }

        ChangePage page() {
            return new ChangePage(changes, token(), more);
        }
    }

    /** @throws org.putokaz.problem.ProblemException 400 or 410, see {@link FeedPlaces#of} */
    FeedPlaces.Place place(@Nullable String token, Set<String> families, FeedPlaces.Given given) {
        return QuarkusTransaction.requiringNew().call(() -> places.of(token, families, given));
    }

    Answer answer(Question question) {
        return QuarkusTransaction.requiringNew().call(() -> read(question));
    }

    private Answer read(Question question) {
        ChangeFeed.Stretch stretch = feed.after(question.position(), question.filter(), question.most());
        List<ChangeView> changes = stretch.entries().stream()
                .map(entry -> views.of(entry, question.complete()))
                .toList();
        long complete = stretch.more() ? question.complete() : stretch.end();
        FeedToken token =
                new FeedToken(stretch.feed().id(), stretch.end(), complete, stretch.endAt(), question.families());
        Question next = new Question(stretch.end(), complete, question.families(), question.most());
        return new Answer(changes, question.complete(), next, token, stretch.more());
    }
}

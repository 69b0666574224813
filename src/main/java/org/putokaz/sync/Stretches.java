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
     * @param next what to ask next, the same families being meant
     * @param place the same, for a partner
     */
    record Answer(List<ChangeView> changes, Question next, FeedToken place, boolean more) {

        String token() {
            return place.write();
        }

        /** Where somebody stands who has got as far as this change. */
        String tokenAfter(ChangeView change) {
            return new FeedToken(place.feed(), change.position(), change.publishedAt(), place.families()).write();
        }

        ChangePage page() {
            return new ChangePage(changes, token(), more);
        }
    }

    /** @throws org.putokaz.problem.ProblemException 400 or 410, see {@link FeedPlaces#positionOf} */
    long position(@Nullable String token, Set<String> families, FeedPlaces.Given given) {
        return QuarkusTransaction.requiringNew().call(() -> places.positionOf(token, families, given));
    }

    Answer answer(Question question) {
        return QuarkusTransaction.requiringNew().call(() -> read(question));
    }

    private Answer read(Question question) {
        ChangeFeed.Stretch stretch = feed.after(question.position(), question.filter(), question.most());
        List<ChangeView> changes = stretch.entries().stream()
                .map(entry -> views.of(entry, question.position()))
                .toList();
        FeedToken token = new FeedToken(stretch.feed().id(), stretch.end(), stretch.endAt(), question.families());
        Question next = new Question(stretch.end(), question.families(), question.most());
        return new Answer(changes, next, token, stretch.more());
    }
}

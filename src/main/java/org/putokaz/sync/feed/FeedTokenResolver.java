package org.putokaz.sync.feed;

import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tokens that partners come back with, and says when one leads nowhere here. */
@ApplicationScoped
public class FeedTokenResolver {

    private static final String START_AGAIN = "/api/v1/snapshot";

    public static final Place BEGINNING = new Place(0, 0);

    private final ChangeFeed feed;

    @Inject
    FeedTokenResolver(ChangeFeed feed) {
        this.feed = feed;
    }

    /**
     * Where to read on from; the beginning without a token. Needs a transaction or a request around it.
     *
     * @param families that are asked for now; those of the token or fewer, because of others it does not know the past
     * @param given says where the token stood, for the complaint
     * @throws ProblemException 400 when it is no token of this service or of other families; 410 when it is of another
     *     feed, or of a past or a future that this feed does not have
     */
    public Place of(@Nullable String token, Set<String> families, Given given) {
        if (token == null) {
            return BEGINNING;
        }
        FeedToken place = FeedToken.read(token).orElseThrow(() -> given.refuses("token-not-ours"));
        if (!place.families().isEmpty()
                && (families.isEmpty() || !place.families().containsAll(families))) {
            throw given.refuses("token-of-other-families", String.join(", ", place.families()));
        }
        FeedState now = feed.currentState();
        if (!place.feed().equals(now.id()) || place.position() > now.position() || hasAnotherPast(place)) {
            throw ProblemType.FULL_SYNC_REQUIRED.with().withMember("snapshot", START_AGAIN);
        }
        return new Place(place.position(), place.complete());
    }

    /**
     * A place in the feed.
     *
     * @param position after which to read on
     * @param complete where the feed stood when the holder last had everything
     */
    public record Place(long position, long complete) {}

    /** A token of a position that this feed has reached later than the token says is of a turn that was undone. */
    private boolean hasAnotherPast(FeedToken place) {
        Instant last = feed.lastChangeUpTo(place.position()).orElse(Instant.EPOCH);
        return last.isAfter(place.at());
    }

    /** Where a token was found. */
    public enum Given {
        SINCE {
            @Override
            Violation violation(Message reason) {
                return Violation.parameter("since", reason);
            }
        },
        LAST_EVENT_ID {
            @Override
            Violation violation(Message reason) {
                return Violation.header("Last-Event-ID", reason);
            }
        },
        BODY {
            @Override
            Violation violation(Message reason) {
                return Violation.at("/since", reason);
            }
        };

        abstract Violation violation(Message reason);

        ProblemException refuses(String code, Object... arguments) {
            return problem().with(violation(Message.of(code, arguments)));
        }

        private ProblemType problem() {
            return switch (this) {
                case SINCE -> ProblemType.INVALID_PARAMETER;
                case LAST_EVENT_ID -> ProblemType.MALFORMED_REQUEST;
                case BODY -> ProblemType.INVALID_CONTENT;
            };
        }
    }
}

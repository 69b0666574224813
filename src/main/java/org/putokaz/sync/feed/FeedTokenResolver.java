package org.putokaz.sync.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Resolver of the tokens of clients to positions in the current feed. */
@ApplicationScoped
public class FeedTokenResolver {

    private static final String SNAPSHOT_PATH = "/api/v1/snapshot";

    public static final ReadPosition START_OF_FEED = new ReadPosition(0, 0);

    private final ChangeFeed feed;

    @Inject
    FeedTokenResolver(ChangeFeed feed) {
        this.feed = feed;
    }

    /**
     * The position to read on from; without a token, the start of the feed. Needs a transaction or an active request.
     *
     * @param families the families that are requested: those of the token or a part of them, because the client has no
     *     earlier changes of any other family
     * @param source names the parameter in the problem
     * @throws ProblemException 400 for a malformed token or one of other families; 410 for a token of another feed, of
     *     a future position, or of a history that a restore has discarded
     */
    public ReadPosition resolve(@Nullable String token, Set<String> families, TokenSource source) {
        if (token == null) {
            return START_OF_FEED;
        }
        FeedToken parsed = FeedToken.parse(token).orElseThrow(() -> source.invalid("token-not-ours"));
        if (!parsed.families().isEmpty()
                && (families.isEmpty() || !parsed.families().containsAll(families))) {
            throw source.invalid("token-of-other-families", String.join(", ", parsed.families()));
        }
        FeedState now = feed.currentState();
        if (!parsed.feed().equals(now.id()) || parsed.position() > now.position() || isFromDiscardedHistory(parsed)) {
            throw ProblemType.FULL_SYNC_REQUIRED.with().withMember("snapshot", SNAPSHOT_PATH);
        }
        return new ReadPosition(parsed.position(), parsed.completeUpTo());
    }

    /**
     * Position of a client in the feed.
     *
     * @param position the position after which to read on
     * @param completeUpTo the position of the feed when the client last had every change
     */
    public record ReadPosition(long position, long completeUpTo) {}

    /** Whether this feed reached the position of the token later than the token says: the position was used again. */
    private boolean isFromDiscardedHistory(FeedToken token) {
        Instant last = feed.lastChangeUpTo(token.position()).orElse(Instant.EPOCH);
        return last.isAfter(token.asOf());
    }

    /** Part of the request that contained the token. */
    public enum TokenSource {
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

        ProblemException invalid(String code, Object... arguments) {
            return problemType().with(violation(Message.of(code, arguments)));
        }

        private ProblemType problemType() {
            return switch (this) {
                case SINCE -> ProblemType.INVALID_PARAMETER;
                case LAST_EVENT_ID -> ProblemType.MALFORMED_REQUEST;
                case BODY -> ProblemType.INVALID_CONTENT;
            };
        }
    }
}

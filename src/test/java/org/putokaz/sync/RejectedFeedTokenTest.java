package org.putokaz.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.sync.feed.FeedToken;

/**
 * Tokens that the current feed cannot continue from are refused; otherwise the copy of a partner would be wrong
 * unnoticed.
 */
@DatabaseTest
class RejectedFeedTokenTest {

    private static final List<String> PATHS = List.of("/api/v1/changes", "/api/v1/changes/stream");

    @Inject
    ChangeFeed feed;

    private FeedState now() {
        return QuarkusTransaction.requiringNew().call(feed::currentState);
    }

    private static void assertFullSyncRequired(FeedToken token) {
        for (String path : PATHS) {
            given().queryParam("since", token.encode())
                    .get(path)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .header("Cache-Control", "no-store")
                    .body("code", equalTo("full-sync-required"))
                    .body("snapshot", equalTo("/api/v1/snapshot"));
        }
        given().header("Last-Event-ID", token.encode())
                .get("/api/v1/changes/stream")
                .then()
                .statusCode(410);
    }

    @Test
    void aTokenOfAnotherDatabaseRequiresAFullSync() {
        assertFullSyncRequired(FeedToken.upToDate(UUID.randomUUID(), 1, Instant.now(), Set.of()));
    }

    @Test
    void aTokenOfAFuturePositionRequiresAFullSync() {
        FeedState now = now();
        assertFullSyncRequired(FeedToken.upToDate(now.id(), now.position() + 1, Instant.now(), Set.of()));
        assertFullSyncRequired(FeedToken.upToDate(now.id(), Long.MAX_VALUE, Instant.now(), Set.of()));
    }

    /** The database was restored to before the token's position, and has changed differently since. */
    @Test
    void aTokenOfADiscardedHistoryRequiresAFullSync() {
        FeedState now = now();
        assertFullSyncRequired(
                FeedToken.upToDate(now.id(), now.position(), now.changedAt().minusSeconds(3600), Set.of()));
    }

    @Test
    void aTokenOfTheEndIsAccepted() {
        FeedState now = now();
        given().queryParam(
                        "since",
                        FeedToken.upToDate(now.id(), now.position(), now.changedAt(), Set.of())
                                .encode())
                .get(PATHS.get(0))
                .then()
                .statusCode(200)
                .body("changes.size()", equalTo(0));
    }

    @Test
    void aTokenOfSomeFamiliesGoesOnForThoseOrFewer() {
        Response some = given().get("/api/v1/changes?family=help-guides&family=contact-channels");
        String token = some.jsonPath().getString("next");

        given().get("/api/v1/changes?family=help-guides&since=" + token).then().statusCode(200);
        for (String others : List.of("", "&family=history-events", "&family=help-guides&family=history-events")) {
            given().get("/api/v1/changes?since=" + token + others)
                    .then()
                    .statusCode(400)
                    .body("violations[0].code", equalTo("token-of-other-families"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "AAAAAAAA", "%00"})
    void aLastEventIdThatWasNeverGivenIsRefused(String id) {
        Response answer = given().header("Last-Event-ID", id).get(PATHS.get(1));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("violations[0].header")).isEqualTo("Last-Event-ID");
    }
}

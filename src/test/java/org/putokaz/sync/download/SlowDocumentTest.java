package org.putokaz.sync.download;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.sync.ParsedSnapshot;

/** Copies that take longer to make than anybody waits for them. */
@DatabaseTest
@TestProfile(SlowDocumentTest.Impatient.class)
class SlowDocumentTest {

    /** Nothing is made in a thousandth of a second. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("putokaz.sync.making", "PT0.001S");
        }
    }

    private static final String NAMED =
            "{'date':'2020','title':{'sr-Cyrl':'Догађај %s'},'category':'milestone','units':[]}";

    @Inject
    Publishing publishing;

    private UUID publish() {
        UUID id = Publishing.newId();
        publishing.publish("history-events", id, "dogadjaj-" + id, NAMED.formatted(id));
        return id;
    }

    /** Whatever was made before. */
    private void nothingIsGoodEnough() {
        publishing.withdraw(publish(), WithdrawalReason.SAFETY, null);
    }

    private static Response comingBack(String path) {
        Response answer = given().get(path);
        for (int time = 0; time < 200 && answer.statusCode() == 503; time++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            answer = given().get(path);
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/snapshot", "/api/v1/bundle?lang=en", "/api/v1/snapshot.jws", "/api/v1/bundle.jws"})
    void whoeverAsksIsToldToComeBackAndGetsItThen(String path) {
        nothingIsGoodEnough();
        Response first = given().get(path);
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.header("Retry-After")).isEqualTo("5");
        assertThat(first.<String>path("code")).isEqualTo("unavailable");
        assertThat(first.<String>path("detail")).isNotEmpty();
        comingBack(path);
    }

    @Test
    void itIsGoodEnoughForWhoComesBackAlthoughTheFeedHasMoved() {
        nothingIsGoodEnough();
        UUID early = publish();
        String copy = text(comingBack("/api/v1/snapshot"));
        assertThat(copy).contains(early.toString());
        UUID late = publish();
        assertThat(text(given().get("/api/v1/snapshot"))).isEqualTo(copy);

        // Whoever goes on from where it stands gets what has changed since.
        String next = ParsedSnapshot.parse(copy.getBytes(StandardCharsets.UTF_8)).next();
        assertThat(given().get("/api/v1/changes?since=" + next).<String>path("changes[0].id"))
                .isEqualTo(late.toString());
    }

    @Test
    void whatWasWithdrawnIsInNoneThatIsStillHandedOut() {
        nothingIsGoodEnough();
        UUID gone = publish();
        assertThat(text(comingBack("/api/v1/snapshot"))).contains(gone.toString());
        publishing.withdraw(gone, WithdrawalReason.SAFETY, null);
        assertThat(given().get("/api/v1/snapshot").statusCode()).isEqualTo(503);
        assertThat(text(comingBack("/api/v1/snapshot"))).doesNotContain("Догађај " + gone);
    }

    /** Whoever comes back for it waits for the one that was begun before. */
    @RepeatedTest(5)
    void whatIsWithdrawnWhileOneIsMadeIsNotInIt() {
        nothingIsGoodEnough();
        UUID gone = publish();
        assertThat(given().get("/api/v1/snapshot").statusCode()).isEqualTo(503);
        publishing.withdraw(gone, WithdrawalReason.SAFETY, null);
        assertThat(text(comingBack("/api/v1/snapshot"))).doesNotContain("Догађај " + gone);
    }
}

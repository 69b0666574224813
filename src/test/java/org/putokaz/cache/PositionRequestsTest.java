package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.http.RawHttp;
import org.putokaz.live.WithdrawalReason;

/** The position of each response, and requests for one that has reached a position. */
@DatabaseTest
@TestProfile(Apart.class)
class PositionRequestsTest {

    private static final String POSITION = "Putokaz-Position";
    private static final String EVENTS = "/api/v1/history-events";

    @Inject
    ScratchEntries scratch;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private double count(String outcome) {
        return meters.get("putokaz.cache.answers")
                .tag("outcome", outcome)
                .functionCounter()
                .count();
    }

    private UUID publish(String... more) {
        return scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("polozaj"), ScratchEntries.event(more));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                EVENTS,
                "/api/v1/contact-channels/open-now",
                "/api/v1/contact-channels/" + Center.PHONE_SLUG,
                "/api/v1/organisational-units/tree",
                "/api/v1/help-guides/" + Center.GUIDE_SLUG + "/steps",
                "/api/v1/bundle",
                "/api/v1/contact-channels/nema-toga"
            })
    void everyResponseNamesThePositionAndTakesIt(String path) {
        String last = String.valueOf(scratch.position());
        for (String target : List.of(path, path + "?position=" + last, path + "?position=0")) {
            RawHttp.Response response = RawHttp.get(target);
            assertThat(response.status()).isIn(200, 404);
            assertThat(response.header(POSITION)).as(target).isEqualTo(last);
        }
        assertThat(RawHttp.get(path + "?position=" + (scratch.position() + 1)).status())
                .isEqualTo(400);
    }

    @Test
    void aCachedResponseNamesThePositionAtWhichItIsStillRight() {
        String path = EVENTS + "/" + publish();
        RawHttp.Response first = RawHttp.get(path);
        publish();
        String now = String.valueOf(scratch.position());
        assertThat(now).isNotEqualTo(first.header(POSITION));

        double hits = count("kept");
        RawHttp.Response cached = RawHttp.get(path);
        RawHttp.Response unchanged = RawHttp.get(path, "If-None-Match: " + first.header("ETag"));
        assertThat(count("kept") - hits).isEqualTo(2);
        assertThat(cached.header(POSITION)).isEqualTo(now);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header(POSITION)).isEqualTo(now);
    }

    @Test
    void allPositionsShareOneCachedResponse() {
        long last = scratch.position();
        assertThat(last).isGreaterThan(3);
        double misses = count("made");
        RawHttp.Response first = RawHttp.get(EVENTS + "?limit=1&lang=en&position=" + last);
        for (String target : List.of(
                EVENTS + "?limit=1&lang=en",
                EVENTS + "?position=0&limit=1&lang=en",
                EVENTS + "?limit=1&position=1&lang=en",
                EVENTS + "?limit=1&lang=en&position=3")) {
            RawHttp.Response response = RawHttp.get(target);
            assertThat(response.body()).as(target).isEqualTo(first.body());
            assertThat(response.header("Link")).as(target).isEqualTo(first.header("Link"));
        }
        assertThat(count("made") - misses).isEqualTo(1);
        assertThat(first.header("Link")).contains("rel=\"next\"").doesNotContain("position=");
        assertThat(RawHttp.get(EVENTS + "?limit=1&position=1").header("Content-Location"))
                .isEqualTo(EVENTS + "?limit=1&lang=sr-Cyrl");
    }

    @Test
    void aPositionThatIsNotReachedIsRefusedAndNotStored() {
        long last = scratch.position();
        String path = EVENTS + "?limit=46&position=";
        assertThat(RawHttp.get(path + last).status()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            RawHttp.Response refused = RawHttp.get(path + (last + 1), "Accept-Language: en");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
            assertThat(refused.text())
                    .contains("\"parameter\":\"position\"", "position-not-reached", "The last position is " + last);
        }
        UUID id = publish();
        RawHttp.Response reached = RawHttp.get(path + (last + 1));
        assertThat(reached.status()).isEqualTo(200);
        assertThat(reached.text()).contains(id.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position=01",
                "position=-1",
                "position=%31",
                "p%6fsition=1",
                "position=1&position=1",
                "position="
            })
    void anotherSpellingIsRefusedAndTakesNoPlaceInTheCache(String query) {
        double misses = count("made");
        for (int i = 0; i < 2; i++) {
            RawHttp.Response refused = RawHttp.get(EVENTS + "?limit=47&" + query);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("\"parameter\":\"position\"");
        }
        // The encoded name is not recognised before the REST layer, which stores nothing of it.
        assertThat(count("made") - misses).isEqualTo(query.startsWith("p%") ? 2 : 0);
    }

    @Test
    void aWithdrawalIsSeenAtItsPosition() {
        UUID id = publish();
        String path = EVENTS + "/" + id;
        assertThat(RawHttp.get(path).status()).isEqualTo(200);
        scratch.withdraw(id, WithdrawalReason.SAFETY);
        RawHttp.Response gone = RawHttp.get(path + "?position=" + scratch.position());
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.header(POSITION)).isEqualTo(String.valueOf(scratch.position()));
    }

    @Test
    void aRedirectKeepsThePosition() {
        String former = ScratchEntries.slug("polozaj");
        UUID id = scratch.publish(ScratchEntries.EVENTS, former, ScratchEntries.event());
        scratch.publish(ScratchEntries.EVENTS, id, ScratchEntries.slug("polozaj"), ScratchEntries.event());
        String position = String.valueOf(scratch.position());
        RawHttp.Response redirect = RawHttp.get(EVENTS + "/" + former + "?position=" + position);
        assertThat(redirect.status()).isEqualTo(308);
        assertThat(redirect.header("Location")).endsWith("?position=" + position);
        assertThat(redirect.header(POSITION)).isEqualTo(position);
    }
}

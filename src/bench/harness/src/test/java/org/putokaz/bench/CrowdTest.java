package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdTest {

    private static final Request REQUEST = Request.of("/x");

    private static Crowd sameFor(Tiny tiny, int many, String expected) throws IOException {
        Answer answer = new Answer(200, List.of(), expected.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Crowd(tiny.contestant(), many, new Same(REQUEST, answer));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyAnswerIsReadAndCounted(boolean chunked) throws IOException {
        String body = "слово ".repeat(30_000);
        try (Tiny tiny = new Tiny(chunked, n -> body);
                Crowd crowd = sameFor(tiny, 4, body)) {
            Measured measured = crowd.run(0.5, 0);

            assertThat(measured.errors()).as(crowd.complaints().toString()).isZero();
            assertThat(measured.perSecond()).isPositive();
            assertThat(measured.bytes()).isGreaterThan(330_000);
        }
    }

    @Test
    void aSingleWrongByteIsAnError() throws IOException {
        try (Tiny tiny = new Tiny(false, n -> n == 20 ? "right!" : "right.");
                Crowd crowd = sameFor(tiny, 2, "right.")) {
            assertThat(crowd.run(1, 40).errors()).isEqualTo(1);
            assertThat(crowd.complaints()).singleElement().asString().contains("other bytes");
        }
    }

    @Test
    void aGivenRateIsKept() throws IOException {
        try (Tiny tiny = new Tiny(false, n -> "right.");
                Crowd crowd = sameFor(tiny, 8, "right.")) {
            crowd.run(1, 50);

            assertThat(tiny.asked()).isBetween(45, 51);
        }
    }

    @Test
    void aPauseOfTheServiceIsNotHiddenByReadersWhoWaitForIt() throws IOException {
        try (Tiny tiny = new Tiny(false, n -> n % 50 == 10 ? slowly() : "right.");
                Crowd crowd = sameFor(tiny, 1, "right.")) {
            // One reader: all who should have asked during the pause of 300 ms come late.
            assertThat(crowd.run(1, 50).p50()).isGreaterThan(20);
        }
    }

    private static String slowly() {
        java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
        return "right.";
    }
}

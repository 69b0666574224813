package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadGeneratorTest {

    private static final Request REQUEST = Request.of("/x");

    private static LoadGenerator generatorFor(StubServer server, int connections, String expected) throws IOException {
        StoredResponse answer =
                new StoredResponse(200, List.of(), expected.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new LoadGenerator(server.contestant(), connections, new RepeatedRequest(REQUEST, answer));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyResponseIsReadAndCounted(boolean chunked) throws IOException {
        String body = "слово ".repeat(30_000);
        try (StubServer server = new StubServer(chunked, n -> body);
                LoadGenerator generator = generatorFor(server, 4, body)) {
            Measurement measurement = generator.run(0.5, 0);

            assertThat(measurement.errors())
                    .as(generator.errorMessages().toString())
                    .isZero();
            assertThat(measurement.perSecond()).isPositive();
            assertThat(measurement.bytes()).isGreaterThan(330_000);
        }
    }

    @Test
    void aSingleWrongByteIsAnError() throws IOException {
        try (StubServer server = new StubServer(false, n -> n == 20 ? "right!" : "right.");
                LoadGenerator generator = generatorFor(server, 2, "right.")) {
            assertThat(generator.run(1, 40).errors()).isEqualTo(1);
            assertThat(generator.errorMessages()).singleElement().asString().contains("other bytes");
        }
    }

    @Test
    void aGivenRateIsKept() throws IOException {
        try (StubServer server = new StubServer(false, n -> "right.");
                LoadGenerator generator = generatorFor(server, 8, "right.")) {
            generator.run(1, 50);

            assertThat(server.requestCount()).isBetween(45, 51);
        }
    }

    @Test
    void aPauseOfTheServiceIsNotHiddenByConnectionsThatWaitForIt() throws IOException {
        try (StubServer server = new StubServer(false, n -> n % 50 == 10 ? respondSlowly() : "right.");
                LoadGenerator generator = generatorFor(server, 1, "right.")) {
            // One connection: all requests that were due during the pause of 300 ms are late.
            assertThat(generator.run(1, 50).p50()).isGreaterThan(20);
        }
    }

    private static String respondSlowly() {
        java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
        return "right.";
    }
}

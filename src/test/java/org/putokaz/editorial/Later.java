package org.putokaz.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

/** Has single entries published and withdrawn later, over HTTP. JSON has single quotes. */
public final class Later {

    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Later() {}

    public static Instant in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    public static Response put(Draft draft, String body) {
        Response answer = Bundle.json(Draft.approver().header("If-Match", draft.tag), body)
                .put(draft.path() + "/schedule");
        return noted(draft, answer);
    }

    public static Response publish(Draft draft, Instant at) {
        return put(draft, "{'action': 'publish', 'at': '" + at + "'}");
    }

    public static Response withdraw(Draft draft, Instant at) {
        return put(draft, "{'action': 'withdraw', 'reason': 'error', 'at': '" + at + "'}");
    }

    public static Response cancel(Draft draft) {
        return noted(draft, Draft.approver().header("If-Match", draft.tag).delete(draft.path() + "/schedule"));
    }

    private static Response noted(Draft draft, Response answer) {
        if (answer.statusCode() == 200) {
            draft.tag = answer.header("ETag");
        }
        return answer;
    }

    /** What the entry says of its schedule, once that has ended. */
    public static Response ended(Draft draft) {
        waitFor("the end of the schedule", () -> !"pending".equals(draft.get().<String>path("schedule.state")));
        return draft.get();
    }

    public static void waitFor(String what, BooleanSupplier there) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting for " + what).isBefore(end);
            Thread.onSpinWait();
        }
    }
}

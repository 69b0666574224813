package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A partner who polls: he keeps his token with his copy and nothing else, and asks again when the line breaks. */
final class Partner implements Callable<Copy> {

    private final Wire wire;
    private final int limit;
    private final Copy copy = new Copy();
    private volatile boolean lastRound;
    private @Nullable String token;

    Partner(String server, int limit) {
        this.wire = new Wire(server);
        this.limit = limit;
    }

    /** Where he goes on. */
    @Nullable
    String token() {
        return token;
    }

    /** From now on he reads to the end and stops there. */
    void finish() {
        lastRound = true;
    }

    @Override
    public Copy call() throws InterruptedException {
        boolean done = false;
        while (!done) {
            boolean last = lastRound;
            try {
                JsonNode page = ask(last ? 0 : 2);
                page.get("changes").forEach(copy::apply);
                token = page.get("next").asText();
                done = last && !page.get("more").asBoolean();
            } catch (IOException lost) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return copy;
    }

    private JsonNode ask(int wait) throws IOException {
        String since = token == null ? "" : "&since=" + token;
        Wire.Answer answer = wire.ask("GET", "/api/v1/changes?limit=" + limit + "&wait=" + wait + since, null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }
}

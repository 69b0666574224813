package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Client that keeps a replica by polling the feed. Its only state is the replica and a token; it repeats failed
 * requests.
 */
final class ReplicaPoller implements Callable<Replica> {

    private static final int LONG_POLL_SECONDS = 2;

    private final ApiClient client;
    private final int pageSize;
    private final Replica replica = new Replica();
    private volatile boolean finishing;
    private @Nullable String token;

    ReplicaPoller(String serverUrl, int pageSize) {
        this.client = new ApiClient(serverUrl);
        this.pageSize = pageSize;
    }

    /** A replica of everything that is published now, with the token to continue from. */
    static ReplicaPoller readAll(String serverUrl) throws InterruptedException {
        ReplicaPoller poller = new ReplicaPoller(serverUrl, 1000);
        poller.finish();
        poller.call();
        return poller;
    }

    Replica replica() {
        return replica;
    }

    @Nullable
    String token() {
        return token;
    }

    /** Makes {@link #call} return at the end of the feed. */
    void finish() {
        finishing = true;
    }

    @Override
    public Replica call() throws InterruptedException {
        boolean done = false;
        while (!done) {
            boolean last = finishing;
            try {
                JsonNode page = changes(last ? 0 : LONG_POLL_SECONDS);
                page.get("changes").forEach(replica::apply);
                token = page.get("next").asText();
                done = last && !page.get("more").asBoolean();
            } catch (IOException failed) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return replica;
    }

    private JsonNode changes(int waitSeconds) throws IOException {
        String since = token == null ? "" : "&since=" + token;
        ApiClient.ApiResponse response =
                client.get("/api/v1/changes?limit=" + pageSize + "&wait=" + waitSeconds + since);
        assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
        return response.body();
    }
}

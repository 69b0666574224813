package org.putokaz.editorial;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/**
 * An entry that a test works on over HTTP, as editors do; it sends the entity tag of the last answer along. JSON has
 * single quotes. Whatever was published is withdrawn by {@link #clear}, for all tests share one service.
 */
public final class Draft {

    public static final String BASE = "/editorial/v1/";
    public static final String MERGE = "application/merge-patch+json; charset=utf-8";
    public static final String OPERATIONS = "application/json-patch+json; charset=utf-8";

    private static final Queue<Draft> SHOWN = new ConcurrentLinkedQueue<>();

    public final Sample of;
    public final String id;
    public String tag;

    private Draft(Sample of, Response made) {
        this.of = of;
        this.id = made.path("id");
        this.tag = made.header("ETag");
    }

    public static RequestSpecification editor() {
        return Tokens.as(Role.EDITOR);
    }

    public static RequestSpecification approver() {
        return Tokens.as(Role.APPROVER);
    }

    public static String json(String text) {
        return text.replace('\'', '"');
    }

    public static String wrapped(String content) {
        return "{'content': " + content + "}";
    }

    public static Response post(Sample of, String body, RequestSpecification who) {
        return who.contentType(ContentType.JSON).body(json(body)).post(BASE + of.family);
    }

    public static Response post(Sample of, String body) {
        return post(of, body, editor());
    }

    /** A new entry with this content. */
    public static Draft begin(Sample of, String content) {
        return made(of, post(of, wrapped(content)));
    }

    public static Draft made(Sample of, Response response) {
        if (response.statusCode() != 201) {
            throw new AssertionError(response.asString());
        }
        return new Draft(of, response);
    }

    public static Draft published(Sample of, String content) {
        Draft draft = begin(of, content);
        draft.publish();
        return draft;
    }

    public String path() {
        return BASE + of.family + "/" + id;
    }

    public String publicPath() {
        return "/api/v1/" + of.family + "/" + id;
    }

    public Response get() {
        return noted(editor().get(path()));
    }

    public Response get(String below) {
        return editor().urlEncodingEnabled(false).get(path() + below);
    }

    public Response put(String body) {
        return put(body, editor());
    }

    public Response put(String body, RequestSpecification who) {
        return noted(who.header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(json(body))
                .put(path()));
    }

    /** Saves this content as the newest revision. */
    public Draft save(String content) {
        return good(put(wrapped(content)));
    }

    public Response patch(String type, String body) {
        return noted(editor().header("If-Match", tag)
                .contentType(type)
                .body(json(body))
                .patch(path()));
    }

    public Response act(String action, String body) {
        return act(action, body, approver());
    }

    /** @param body none when it is empty */
    public Response act(String action, String body, RequestSpecification who) {
        // Said even without a body: REST Assured would call an empty one a form.
        RequestSpecification request = who.header("If-Match", tag).contentType(ContentType.JSON);
        if (!body.isEmpty()) {
            request.body(json(body));
        }
        return noted(request.post(path() + "/" + action));
    }

    public Draft submit() {
        return good(act("submit", "", editor()));
    }

    public Draft approve() {
        return good(act("approve", ""));
    }

    public Draft reject() {
        return good(act("reject", "{'reason': 'Није тачно.'}"));
    }

    /** Publishes the newest revision, with somebody's approval where it is needed. */
    public Draft publish() {
        if (of.needsApproval) {
            submit().approve();
        }
        return good(act("publish", ""));
    }

    /** Has it withdrawn in a year, and says so in these words. */
    public Draft planWithdrawal(String note) {
        String at = Instant.now()
                .plus(365, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return good(noted(approver()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(json("{'action': 'withdraw', 'at': '" + at + "', 'reason': 'error', 'note': {'sr-Cyrl': '" + note
                        + "'}}"))
                .put(path() + "/schedule")));
    }

    public Draft withdraw(String reason) {
        return good(act("withdraw", "{'reason': '" + reason + "'}"));
    }

    private Draft good(Response response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.asString());
        }
        return this;
    }

    private Response noted(Response response) {
        if (response.statusCode() == 200) {
            tag = response.header("ETag");
            if (response.path("live") != null && !SHOWN.contains(this)) {
                SHOWN.add(this);
            }
        }
        return response;
    }

    public static void clear() {
        for (Draft draft : List.copyOf(SHOWN)) {
            boolean shown = draft.get().path("live.shown");
            if (shown) {
                draft.withdraw("withdrawn");
            }
        }
        SHOWN.clear();
    }
}

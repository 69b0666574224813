package org.putokaz.editorial;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;

/**
 * A publishing set that a test works on over HTTP, as editors do; it sends the entity tag of the last answer along. JSON
 * has single quotes.
 */
public final class Bundle {

    public static final String SETS = "/editorial/v1/publishing-sets";

    public final String id;
    public String tag;

    private Bundle(Response made) {
        this.id = made.path("id");
        this.tag = made.header("ETag");
    }

    public static String publish(Draft draft) {
        return publish(draft, "");
    }

    /** @param more further members of the object, each after a comma */
    public static String publish(Draft draft, String more) {
        return "{'entry': '" + draft.id + "', 'action': 'publish'" + more + "}";
    }

    static String withdraw(Draft draft, String reason) {
        return "{'entry': '" + draft.id + "', 'action': 'withdraw', 'reason': '" + reason + "'}";
    }

    public static String body(String name, String... members) {
        return "{'name': '" + name + "', 'members': [" + String.join(", ", members) + "]}";
    }

    public static Response post(String body) {
        return post(body, Draft.editor());
    }

    public static Response post(String body, RequestSpecification who) {
        return json(who, body).post(SETS);
    }

    public static Bundle of(String... members) {
        return made(post(body("Проба скупа", members)));
    }

    static Bundle made(Response response) {
        if (response.statusCode() != 201) {
            throw new AssertionError(response.asString());
        }
        return new Bundle(response);
    }

    public static RequestSpecification json(RequestSpecification who, String body) {
        return body.isEmpty() ? who : who.contentType(ContentType.JSON).body(Draft.json(body));
    }

    String path() {
        return SETS + "/" + id;
    }

    public Response get() {
        return noted(Draft.editor().get(path()));
    }

    public Response put(String body) {
        return noted(json(Draft.editor().header("If-Match", tag), body).put(path()));
    }

    public Response cancel() {
        return noted(Draft.editor().header("If-Match", tag).delete(path()));
    }

    public Response approve() {
        return approve(Draft.approver());
    }

    public Response approve(RequestSpecification who) {
        return noted(who.header("If-Match", tag).post(path() + "/approve"));
    }

    public Response publish() {
        return noted(Draft.approver().header("If-Match", tag).post(path() + "/publish"));
    }

    public Response schedule(Instant at) {
        return schedule("{'at': '" + at + "'}");
    }

    Response schedule(String body) {
        return noted(json(Draft.approver().header("If-Match", tag), body).put(path() + "/schedule"));
    }

    public Response unschedule() {
        return noted(Draft.approver().header("If-Match", tag).delete(path() + "/schedule"));
    }

    private Response noted(Response response) {
        if (response.statusCode() == 200) {
            tag = response.header("ETag");
        }
        return response;
    }
}

package org.putokaz.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Takes an entry through its stages over HTTP, each step by whoever may do it. */
public final class Drafting {

    static final String BASE = "/editorial/v1/";

    private Drafting() {}

    public static RequestSpecification editor() {
        return json(Tokens.of(Role.EDITOR, "Vera"));
    }

    static RequestSpecification approver() {
        return json(Tokens.of(Role.APPROVER, "Goran"));
    }

    private static RequestSpecification json(String token) {
        return Tokens.with(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    /** A new draft; its path is in {@code Location}. */
    public static Response begin(String family, String slug, Map<String, Object> content) {
        return ok(editor().body(Map.of("slug", slug, "content", content)).post(BASE + family));
    }

    static Response submit(String entry) {
        return ok(editor().header("If-Match", tag(entry)).post(entry + "/submit"));
    }

    static Response approve(String entry) {
        return ok(approver().header("If-Match", tag(entry)).post(entry + "/approve"));
    }

    static Response publish(String entry) {
        return ok(approver().header("If-Match", tag(entry)).post(entry + "/publish"));
    }

    /** From draft to public, with the review that a family may ask for. */
    public static Response bringOut(String entry) {
        submit(entry);
        approve(entry);
        return publish(entry);
    }

    public static Response withdraw(String entry, String reason) {
        return ok(approver()
                .header("If-Match", tag(entry))
                .body(Map.of("reason", reason))
                .post(entry + "/withdraw"));
    }

    public static String tag(String entry) {
        return ok(editor().get(entry)).header("ETag");
    }

    public static Response ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
        return answer;
    }
}

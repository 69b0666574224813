package org.putokaz.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;

/** The links of an answer (RFC 8288): the next page, and the same thing in the other languages. */
public final class Links {

    private Links() {}

    /** Path and query as they were sent, which links repeat; whoever is asked by a whole address is asked by its path. */
    public static String target(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + '?' + request.query();
    }

    public static String of(String target, List<Language> offered, @Nullable String nextCursor) {
        List<String> links = new ArrayList<>();
        if (nextCursor != null) {
            links.add(next(target, nextCursor));
        }
        for (Language language : offered) {
            links.add('<' + with(target, "lang", language.tag()) + ">; rel=\"alternate\"; hreflang=\"" + language.tag()
                    + '"');
        }
        links.add("</openapi.json>; rel=\"service-desc\"");
        return String.join(", ", links);
    }

    static String next(String target, String cursor) {
        return '<' + with(target, "cursor", cursor) + ">; rel=\"next\"";
    }

    /** The request's own path and query, with one parameter set to another value. */
    public static String with(String target, String name, String value) {
        List<String> parameters = new ArrayList<>();
        int queryAt = target.indexOf('?');
        String path = queryAt < 0 ? target : target.substring(0, queryAt);
        String query = queryAt < 0 ? "" : target.substring(queryAt + 1);
        if (!query.isEmpty()) {
            for (String parameter : query.split("&", -1)) {
                if (!URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8)
                        .equals(name)) {
                    parameters.add(parameter);
                }
            }
        }
        parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return path + "?" + String.join("&", parameters);
    }
}

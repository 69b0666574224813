package org.putokaz.http;

import java.net.URI;
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

    public static String of(URI request, List<Language> offered, @Nullable String nextCursor) {
        List<String> links = new ArrayList<>();
        if (nextCursor != null) {
            links.add(next(request, nextCursor));
        }
        for (Language language : offered) {
            links.add('<' + with(request, "lang", language.tag()) + ">; rel=\"alternate\"; hreflang=\"" + language.tag()
                    + '"');
        }
        links.add("</openapi.json>; rel=\"service-desc\"");
        return String.join(", ", links);
    }

    static String next(URI request, String cursor) {
        return '<' + with(request, "cursor", cursor) + ">; rel=\"next\"";
    }

    /** The request's own path and query, with one parameter set to another value. */
    public static String with(URI request, String name, String value) {
        List<String> parameters = new ArrayList<>();
        String query = request.getRawQuery();
        if (query != null && !query.isEmpty()) {
            for (String parameter : query.split("&", -1)) {
                if (!URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8)
                        .equals(name)) {
                    parameters.add(parameter);
                }
            }
        }
        parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return request.getRawPath() + "?" + String.join("&", parameters);
    }
}

package org.putokaz.http.response;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;

/** The links of an answer (RFC 8288): the next page, and the same thing in the other languages. */
public final class LinkHeader {

    /** What the links of an answer have beside the target itself, about. */
    private static final int USUAL_REST = 400;

    private LinkHeader() {}

    /** Path and query as they were sent, which links repeat; whoever is asked by a whole address is asked by its path. */
    public static String target(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + '?' + request.query();
    }

    public static String of(String target, List<Language> offered, @Nullable String nextCursor) {
        StringBuilder links = new StringBuilder(target.length() * (offered.size() + 1) + USUAL_REST);
        if (nextCursor != null) {
            links.append(next(target, nextCursor)).append(", ");
        }
        for (Language language : offered) {
            links.append('<');
            append(links, target, "lang", language.tag());
            links.append(">; rel=\"alternate\"; hreflang=\"")
                    .append(language.tag())
                    .append("\", ");
        }
        return links.append("</openapi.json>; rel=\"service-desc\"").toString();
    }

    static String next(String target, String cursor) {
        return '<' + with(target, "cursor", cursor) + ">; rel=\"next\"";
    }

    /** The request's own path and query, with one parameter set to another value. */
    public static String with(String target, String name, String value) {
        StringBuilder link = new StringBuilder(target.length() + name.length() + value.length() + 2);
        append(link, target, name, value);
        return link.toString();
    }

    private static void append(StringBuilder link, String target, String name, String value) {
        int queryAt = target.indexOf('?');
        link.append(target, 0, queryAt < 0 ? target.length() : queryAt).append('?');
        if (queryAt >= 0 && queryAt + 1 < target.length()) {
            int from = queryAt + 1;
            while (from <= target.length()) {
                int and = target.indexOf('&', from);
                int to = and < 0 ? target.length() : and;
                if (!isCalled(name, target, from, to)) {
                    link.append(target, from, to).append('&');
                }
                from = to + 1;
            }
        }
        link.append(name).append('=').append(isPlain(value) ? value : URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Whether the parameter that is written between these two places has that name, however it is spelt. */
    private static boolean isCalled(String name, String target, int from, int to) {
        int end = from;
        boolean coded = false;
        // No further than this parameter: whoever sends thousands of them is to cost no more than their length.
        while (end < to && target.charAt(end) != '=') {
            coded |= target.charAt(end) == '%' || target.charAt(end) == '+';
            end++;
        }
        return coded
                ? URLDecoder.decode(target.substring(from, end), StandardCharsets.UTF_8)
                        .equals(name)
                : end - from == name.length() && target.startsWith(name, from);
    }

    /** Whether it stands in a query as it is: letters, digits and the marks that nobody encodes. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            boolean plain = sign >= 'a' && sign <= 'z'
                    || sign >= 'A' && sign <= 'Z'
                    || sign >= '0' && sign <= '9'
                    || sign == '-'
                    || sign == '_'
                    || sign == '.';
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}

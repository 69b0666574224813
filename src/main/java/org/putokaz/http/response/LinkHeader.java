package org.putokaz.http.response;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;

/**
 * {@code Link} header of a response (RFC 8288): the next page, the same resource in every language, and the OpenAPI
 * document. Links repeat the path and query of the request with one parameter replaced.
 *
 * <p>They are composed without parsing the query, as every uncached response has them.
 */
public final class LinkHeader {

    /** Expected length of all that stands beside the targets, in characters. */
    private static final int EXPECTED_OVERHEAD = 400;

    private LinkHeader() {}

    /** Path and query as they were sent, also of a request target in absolute form. */
    public static String requestTarget(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + '?' + request.query();
    }

    /**
     * The whole header. {@code nextCursor} is null on the last page, {@code offered} empty for a multilingual response.
     */
    public static String of(String target, List<Language> offered, @Nullable String nextCursor) {
        StringBuilder links = new StringBuilder(target.length() * (offered.size() + 1) + EXPECTED_OVERHEAD);
        if (nextCursor != null) {
            links.append(next(target, nextCursor)).append(", ");
        }
        for (Language language : offered) {
            links.append('<');
            appendWithParameter(links, target, "lang", language.tag());
            links.append(">; rel=\"alternate\"; hreflang=\"")
                    .append(language.tag())
                    .append("\", ");
        }
        return links.append("</openapi.json>; rel=\"service-desc\"").toString();
    }

    static String next(String target, String cursor) {
        return '<' + withParameter(target, "cursor", cursor) + ">; rel=\"next\"";
    }

    /** A path and query in which one parameter has another value; it is added when it is missing. */
    public static String withParameter(String target, String name, String value) {
        StringBuilder link = new StringBuilder(target.length() + name.length() + value.length() + 2);
        appendWithParameter(link, target, name, value);
        return link.toString();
    }

    private static void appendWithParameter(StringBuilder link, String target, String name, String value) {
        int queryAt = target.indexOf('?');
        link.append(target, 0, queryAt < 0 ? target.length() : queryAt).append('?');
        if (queryAt >= 0 && queryAt + 1 < target.length()) {
            int from = queryAt + 1;
            while (from <= target.length()) {
                int separator = target.indexOf('&', from);
                int to = separator < 0 ? target.length() : separator;
                if (!isNamed(name, target, from, to)) {
                    link.append(target, from, to).append('&');
                }
                from = to + 1;
            }
        }
        link.append(name)
                .append('=')
                .append(isUnreserved(value) ? value : URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Whether the parameter between these two indexes has that name, percent-encoded or not. */
    private static boolean isNamed(String name, String target, int from, int to) {
        int end = from;
        boolean encoded = false;
        // Not beyond this parameter: the cost stays linear in the length of the query, however many parameters it has.
        while (end < to && target.charAt(end) != '=') {
            encoded |= target.charAt(end) == '%' || target.charAt(end) == '+';
            end++;
        }
        return encoded
                ? URLDecoder.decode(target.substring(from, end), StandardCharsets.UTF_8)
                        .equals(name)
                : end - from == name.length() && target.startsWith(name, from);
    }

    /** Whether the value needs no percent-encoding (RFC 3986, section 2.3, without the tilde). */
    private static boolean isUnreserved(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean unreserved = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!unreserved) {
                return false;
            }
        }
        return true;
    }
}

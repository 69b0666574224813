package org.putokaz.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** The headers that protect whoever reads an answer; on every response, errors included. */
final class SecurityHeaders {

    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    /** The page at /docs is Swagger UI: its own scripts and styles, the starter script in the page, and calls to us. */
    private static final String DOCS =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'none'";
    /** The pages about problems have a style sheet of their own, inline, and nothing else. */
    private static final String PAGE =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private SecurityHeaders() {}

    static void set(RoutingContext context, String date) {
        MultiMap headers = context.response().headers();
        String path = String.valueOf(context.request().path());
        headers.set("Date", date);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.set("Cross-Origin-Resource-Policy", Places.isGuarded(path) ? "same-origin" : "cross-origin");
        headers.set("Content-Security-Policy", policy(path, headers.get("Content-Type")));
    }

    private static String policy(String path, @org.jspecify.annotations.Nullable String type) {
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return DOCS;
        }
        return type != null && type.startsWith("text/html") ? PAGE : NOTHING;
    }
}

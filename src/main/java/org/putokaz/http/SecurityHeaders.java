package org.putokaz.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** The headers that protect whoever reads an answer; on every response, errors included. */
public final class SecurityHeaders {

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

    private static final String EXPOSED =
            "ETag, Link, Location, Content-Language, Content-Location, Last-Modified, Retry-After, Accept-Ranges,"
                    + " Content-Range, Repr-Digest, X-JWS-Signature, Cache-Status";

    private SecurityHeaders() {}

    static void set(RoutingContext context, String date) {
        MultiMap headers = context.response().headers();
        String path = String.valueOf(context.request().path());
        headers.set("Date", date);
        write(Places.isGuarded(path) ? "same-origin" : "cross-origin", headers::set);
        headers.set("Content-Security-Policy", policy(path, headers.get("Content-Type")));
    }

    /** What every answer with public data carries: protection, and that any origin may read it. */
    public static void ofPublicData(BiConsumer<String, String> header) {
        write("cross-origin", header);
        header.accept("Content-Security-Policy", NOTHING);
        allowAnyOrigin(header);
    }

    /** Public data may be read from any origin (the Fetch standard's CORS protocol), without credentials. */
    static void allowAnyOrigin(BiConsumer<String, String> header) {
        header.accept("Access-Control-Allow-Origin", "*");
        header.accept("Access-Control-Expose-Headers", EXPOSED);
    }

    private static void write(String readableFrom, BiConsumer<String, String> header) {
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        header.accept("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        header.accept("Cross-Origin-Resource-Policy", readableFrom);
    }

    private static String policy(String path, @org.jspecify.annotations.Nullable String type) {
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return DOCS;
        }
        return type != null && type.startsWith("text/html") ? PAGE : NOTHING;
    }
}

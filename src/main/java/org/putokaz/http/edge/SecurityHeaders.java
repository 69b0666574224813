package org.putokaz.http.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import org.putokaz.http.request.PathAccess;

/** The headers that protect whoever reads an answer; on every response, errors included. */
public final class SecurityHeaders {

    private static final CharSequence NOTHING = HttpHeaders.createOptimized(
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    /** The page at /docs is Swagger UI: its own scripts and styles, the starter script in the page, and calls to us. */
    private static final CharSequence DOCS = HttpHeaders.createOptimized(
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'none'");
    /** The pages about problems have a style sheet of their own, inline, and nothing else. */
    private static final CharSequence PAGE = HttpHeaders.createOptimized(
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(
            "ETag, Link, Location, Content-Language, Content-Location, Last-Modified, Retry-After, Accept-Ranges,"
                    + " Content-Range, Repr-Digest, X-JWS-Signature, Cache-Status");

    private static final CharSequence DATE = HttpHeaders.createOptimized("Date");
    private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence ALLOW_ORIGIN = HttpHeaders.createOptimized("Access-Control-Allow-Origin");
    private static final CharSequence EXPOSE = HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence PERMISSIONS = HttpHeaders.createOptimized("Permissions-Policy");
    private static final CharSequence TRANSPORT = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence RESOURCES = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence NO_DEVICES =
            HttpHeaders.createOptimized("camera=(), geolocation=(), microphone=()");
    private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized("cross-origin");
    private static final CharSequence EVERYBODY = HttpHeaders.createOptimized("*");
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("Content-Type");

    private SecurityHeaders() {}

    static void set(RoutingContext context, CharSequence date) {
        MultiMap headers = context.response().headers();
        String path = String.valueOf(context.request().path());
        headers.set(DATE, date);
        write(PathAccess.isGuarded(path) ? SAME_ORIGIN : ANY_ORIGIN, headers::set);
        headers.set(POLICY, policy(path, headers.get(CONTENT_TYPE)));
    }

    /** What every answer with public data carries: protection, and that any origin may read it. */
    public static void ofPublicData(BiConsumer<CharSequence, CharSequence> header) {
        write(ANY_ORIGIN, header);
        header.accept(POLICY, NOTHING);
        allowAnyOrigin(header);
    }

    /** Public data may be read from any origin (the Fetch standard's CORS protocol), without credentials. */
    static void allowAnyOrigin(BiConsumer<CharSequence, CharSequence> header) {
        header.accept(ALLOW_ORIGIN, EVERYBODY);
        header.accept(EXPOSE, EXPOSED);
    }

    private static void write(CharSequence readableFrom, BiConsumer<CharSequence, CharSequence> header) {
        header.accept(TYPE_OPTIONS, NO_SNIFF);
        header.accept(REFERRER, NO_REFERRER);
        header.accept(PERMISSIONS, NO_DEVICES);
        header.accept(TRANSPORT, A_YEAR);
        header.accept(RESOURCES, readableFrom);
    }

    private static CharSequence policy(String path, @org.jspecify.annotations.Nullable String type) {
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return DOCS;
        }
        return type != null && type.startsWith("text/html") ? PAGE : NOTHING;
    }
}

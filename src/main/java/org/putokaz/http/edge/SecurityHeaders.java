package org.putokaz.http.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.PathAccess;

/**
 * Security headers of every response, errors included, and the CORS headers of public data. Names and values are
 * constants that Vert.x copies without encoding them again.
 */
public final class SecurityHeaders {

    private static final CharSequence DATA_POLICY = HttpHeaders.createOptimized(
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    /**
     * For Swagger UI at /docs: its own scripts and styles, the inline script that starts it, and calls to this server.
     */
    private static final CharSequence DOCS_POLICY = HttpHeaders.createOptimized(
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'none'");
    /** For the pages about problems, which have an inline style sheet and nothing else. */
    private static final CharSequence PAGE_POLICY = HttpHeaders.createOptimized(
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

    private static final CharSequence EXPOSED_HEADERS = HttpHeaders.createOptimized(
            "ETag, Link, Location, Content-Language, Content-Location, Last-Modified, Retry-After, Accept-Ranges,"
                    + " Content-Range, Repr-Digest, X-JWS-Signature, Cache-Status, Putokaz-Position");

    private static final CharSequence DATE = HttpHeaders.createOptimized("Date");
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence ALLOW_ORIGIN = HttpHeaders.createOptimized("Access-Control-Allow-Origin");
    private static final CharSequence EXPOSE_HEADERS = HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence PERMISSIONS_POLICY = HttpHeaders.createOptimized("Permissions-Policy");
    private static final CharSequence STRICT_TRANSPORT_SECURITY =
            HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence CROSS_ORIGIN_RESOURCE_POLICY =
            HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence NO_DEVICES =
            HttpHeaders.createOptimized("camera=(), geolocation=(), microphone=()");
    private static final CharSequence ONE_YEAR = HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence CROSS_ORIGIN = HttpHeaders.createOptimized("cross-origin");
    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized("*");

    private SecurityHeaders() {}

    /** @param date the value of {@code Date} */
    static void write(RoutingContext context, CharSequence date) {
        MultiMap headers = context.response().headers();
        String path = String.valueOf(context.request().path());
        headers.set(DATE, date);
        writeCommon(PathAccess.requiresToken(path) ? SAME_ORIGIN : CROSS_ORIGIN, headers::set);
        headers.set(CONTENT_SECURITY_POLICY, contentPolicy(path, headers.get(HttpHeaders.CONTENT_TYPE)));
    }

    /** Writes all security and CORS headers of a response with public data. */
    public static void writeForPublicData(BiConsumer<CharSequence, CharSequence> header) {
        writeCommon(CROSS_ORIGIN, header);
        header.accept(CONTENT_SECURITY_POLICY, DATA_POLICY);
        allowAnyOrigin(header);
    }

    /** Lets pages of any origin read the response, without credentials (CORS protocol of the Fetch standard). */
    static void allowAnyOrigin(BiConsumer<CharSequence, CharSequence> header) {
        header.accept(ALLOW_ORIGIN, ANY_ORIGIN);
        header.accept(EXPOSE_HEADERS, EXPOSED_HEADERS);
    }

    private static void writeCommon(CharSequence resourcePolicy, BiConsumer<CharSequence, CharSequence> header) {
        header.accept(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        header.accept(REFERRER_POLICY, NO_REFERRER);
        header.accept(PERMISSIONS_POLICY, NO_DEVICES);
        header.accept(STRICT_TRANSPORT_SECURITY, ONE_YEAR);
        header.accept(CROSS_ORIGIN_RESOURCE_POLICY, resourcePolicy);
    }

    private static CharSequence contentPolicy(String path, @Nullable String type) {
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return DOCS_POLICY;
        }
        return type != null && type.startsWith("text/html") ? PAGE_POLICY : DATA_POLICY;
    }
}

package org.putokaz.problem;

import java.util.List;
import java.util.Locale;

/**
 * Types of problem (RFC 9457). Each has one HTTP status and one code, which is the last segment of its {@code type}
 * URI; the page there explains it.
 */
public enum ProblemType {
    MALFORMED_REQUEST(400),
    UNKNOWN_PARAMETER(400),
    INVALID_PARAMETER(400),
    INVALID_CURSOR(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    GONE(410),
    FULL_SYNC_REQUIRED(410),
    PRECONDITION_FAILED(412),
    CONTENT_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    RANGE_NOT_SATISFIABLE(416),
    INVALID_CONTENT(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The stable code, for example {@code unknown-parameter}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A problem of this type with a detail of its own; the code is that of a {@link Message}. */
    public ProblemException because(String code, Object... arguments) {
        return new ProblemException(this, Message.of(code, arguments), List.of());
    }

    /** A problem of this type, explained by its violations. */
    public ProblemException with(Violation... violations) {
        return with(List.of(violations));
    }

    /** A problem of this type, explained by its violations. */
    public ProblemException with(List<Violation> violations) {
        return new ProblemException(this, Message.of(code() + ".detail"), violations);
    }
}

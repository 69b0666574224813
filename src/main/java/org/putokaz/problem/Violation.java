package org.putokaz.problem;

/**
 * Violation of a rule by one part of a request or of content.
 *
 * @param locationType whether the location is a query parameter, a header or a JSON pointer (RFC 6901)
 * @param location the parameter's or header's name, or the pointer
 * @param reason why it was refused
 */
public record Violation(LocationType locationType, String location, Message reason) {

    /** Kind of location. */
    public enum LocationType {
        PARAMETER,
        HEADER,
        POINTER
    }

    public static Violation parameter(String name, Message reason) {
        return new Violation(LocationType.PARAMETER, name, reason);
    }

    public static Violation header(String name, Message reason) {
        return new Violation(LocationType.HEADER, name, reason);
    }

    public static Violation at(String pointer, Message reason) {
        return new Violation(LocationType.POINTER, pointer, reason);
    }

    public static Violation at(String pointer, String code, Object... arguments) {
        return new Violation(LocationType.POINTER, pointer, Message.of(code, arguments));
    }
}

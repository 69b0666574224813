package org.putokaz.problem;

/**
 * Thrown by the readers of single values (a partial date, a telephone number, a language tag). It does not know where
 * the value stood: whoever asked adds the parameter's name or the JSON pointer and makes a {@link Violation} of it.
 */
public final class InvalidValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public InvalidValueException(String code, Object... arguments) {
        this(Message.of(code, arguments));
    }

    public InvalidValueException(Message reason) {
        super(reason.code() + " " + reason.arguments());
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}

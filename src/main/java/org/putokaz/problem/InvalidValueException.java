package org.putokaz.problem;

/**
 * Exception of the parsers of single values, such as a partial date, a telephone number or a language tag. It does not
 * know where the value came from: the caller adds the parameter's name or the JSON pointer and makes a
 * {@link Violation} of it.
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

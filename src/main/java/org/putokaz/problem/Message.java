package org.putokaz.problem;

import java.util.List;

/**
 * Message that is not yet in any language: a stable code, and the arguments for the placeholders {0}, {1} ... of its
 * text, which is in {@code messages/<part>/<language tag>.properties}.
 *
 * @param code lower-case words with hyphens; part of the contract, never changed
 * @param arguments values of the placeholders, already formatted
 */
public record Message(String code, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }
}

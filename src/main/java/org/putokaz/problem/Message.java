package org.putokaz.problem;

import java.util.List;

/**
 * A sentence that is not yet in any language: its stable code and what fills the places {0}, {1} ... of its text.
 * The texts stand in {@code messages/<language tag>.properties}.
 *
 * @param code lower-case words with hyphens; part of the contract, never reworded
 * @param arguments what fills the places, already in a form fit for a reader
 */
public record Message(String code, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }
}

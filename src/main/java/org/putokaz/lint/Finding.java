package org.putokaz.lint;

import java.util.ArrayList;
import java.util.List;
import org.putokaz.problem.Message;

/**
 * Finding of the linter in one text, with its offset and length for the cursor of an editor.
 *
 * @param rule {@code L1} to {@code L14}
 * @param message the sentence for an editor; its first argument is what was found, shortened where it is long
 * @param offset where it begins, as a UTF-16 index from 0
 * @param length in UTF-16 units, never 0
 * @param line from 1
 * @param column in UTF-16 units from 1
 * @param found exactly the text at that place
 * @param suggestions what could stand there instead of {@code found}, the likeliest first; an empty text means to delete it
 */
public record Finding(
        String rule,
        Severity level,
        Message message,
        int offset,
        int length,
        int line,
        int column,
        String found,
        List<String> suggestions) {

    public Finding {
        suggestions = List.copyOf(suggestions);
    }

    /** The same with another severity. */
    public Finding withLevel(Severity other) {
        return new Finding(rule, other, message, offset, length, line, column, found, suggestions);
    }

    /** The same with one more argument of the message. */
    public Finding withArgument(String argument) {
        List<Object> arguments = new ArrayList<>(message.arguments());
        arguments.add(argument);
        Message extended = new Message(message.code(), arguments);
        return new Finding(rule, level, extended, offset, length, line, column, found, suggestions);
    }

    public boolean overlaps(Finding other) {
        return offset < other.offset + other.length && other.offset < offset + length;
    }
}

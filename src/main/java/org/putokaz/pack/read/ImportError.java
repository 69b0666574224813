package org.putokaz.pack.read;

import org.putokaz.problem.Message;

/**
 * Error in an imported file, with its location.
 *
 * @param file path of the file, in a pack relative to the pack's folder
 * @param line from 1; in a table the row, with the header as row 1
 * @param field a JSON pointer from the top of the file, or the name of a column; empty for the file or line as a whole
 */
public record ImportError(String file, int line, String field, Message reason) {

    static ImportError of(String file, int line, String code, Object... arguments) {
        return new ImportError(file, line, "", Message.of(code, arguments));
    }

    /** @param reason the text of the reason in the language of the client */
    public String format(String reason) {
        return file + ":" + line + ": " + field + ": " + reason;
    }
}

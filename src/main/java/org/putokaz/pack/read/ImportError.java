package org.putokaz.pack.read;

import org.putokaz.problem.Message;

/**
 * What is wrong with what somebody wants to bring in, and where.
 *
 * @param file its name, for a pack from the pack's folder
 * @param line from 1; in a table the row as a spreadsheet counts it, the header being row 1
 * @param field a JSON pointer from the top of the file, or the name of a column; empty where it is about the whole
 */
public record ImportError(String file, int line, String field, Message reason) {

    static ImportError of(String file, int line, String code, Object... arguments) {
        return new ImportError(file, line, "", Message.of(code, arguments));
    }

    /** @param reason in the language of whoever reads it */
    public String text(String reason) {
        return file + ":" + line + ": " + field + ": " + reason;
    }
}

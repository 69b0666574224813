package org.putokaz.editorial.transfer;

import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;

/** Parser of the query parameter that names an imported file. */
final class SourceFileName {

    /** Leaves room for the number of a set in the name of the set. */
    static final int MAX_LENGTH = 180;

    private SourceFileName() {}

    /**
     * The name without the folders in front of it, as the computer of the client writes them; null when there is none.
     *
     * @throws org.putokaz.problem.ProblemException 400 when it is too long or holds control characters
     */
    static @Nullable String parse(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String name = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1)
                .strip();
        if (name.length() > MAX_LENGTH) {
            throw QueryParameterParser.invalidParameter("file", "too-long", MAX_LENGTH);
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw QueryParameterParser.invalidParameter("file", "control-character");
        }
        return name.isEmpty() ? null : name;
    }
}

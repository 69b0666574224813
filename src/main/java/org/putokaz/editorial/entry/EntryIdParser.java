package org.putokaz.editorial.entry;

import java.util.Objects;
import java.util.UUID;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.problem.ProblemType;

/** Parser of the path parameter that names an entry. */
public final class EntryIdParser {

    private EntryIdParser() {}

    /** @throws org.putokaz.problem.ProblemException 404 when it is no UUID, as there can be no entry with that id */
    public static UUID parse(String id) {
        if (!QueryParameterParser.isId(id)) {
            throw ProblemType.NOT_FOUND.because("no-such-entry");
        }
        return Objects.requireNonNull(QueryParameterParser.id("id", id));
    }
}

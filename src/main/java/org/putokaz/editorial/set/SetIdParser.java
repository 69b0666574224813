package org.putokaz.editorial.set;

import java.util.Objects;
import java.util.UUID;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.problem.ProblemType;

/** Parser of the path parameter that names a publishing set. */
final class SetIdParser {

    private SetIdParser() {}

    /** @throws org.putokaz.problem.ProblemException 404 when it is no UUID, as there can be no set with that id */
    static UUID parse(String id) {
        if (!QueryParameterParser.isId(id)) {
            throw ProblemType.NOT_FOUND.because("no-such-set");
        }
        return Objects.requireNonNull(QueryParameterParser.id("id", id));
    }
}

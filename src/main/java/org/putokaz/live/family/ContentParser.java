package org.putokaz.live.family;

import com.fasterxml.jackson.databind.JsonNode;
import org.putokaz.http.request.StrictJsonMapper;
import org.putokaz.problem.Violation;

/** Reads content that somebody wrote, as strictly as {@link StrictJsonMapper} does; every complaint says where. */
public final class ContentParser {

    private ContentParser() {}

    /** Thrown when content cannot even be read; holds what and where. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Violation violation;

        Unreadable(StrictJsonMapper.Mismatch mismatch) {
            super(mismatch.getMessage(), mismatch);
            this.violation = mismatch.violation();
        }

        public Violation violation() {
            return violation;
        }
    }

    public static <C> C read(JsonNode content, Class<C> type) throws Unreadable {
        try {
            return StrictJsonMapper.read(content, type);
        } catch (StrictJsonMapper.Mismatch mismatch) {
            throw new Unreadable(mismatch);
        }
    }
}

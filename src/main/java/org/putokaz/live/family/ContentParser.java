package org.putokaz.live.family;

import org.putokaz.http.request.StrictJsonMapper;
import org.putokaz.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads content that somebody wrote, as strictly as {@link StrictJsonMapper} does; every complaint says where. */
public final class ContentParser {

    private ContentParser() {}

    /** Thrown when content cannot even be read; holds what and where. */
    public static final class UnreadableContentException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Violation violation;

        UnreadableContentException(StrictJsonMapper.MismatchException mismatch) {
            super(mismatch.getMessage(), mismatch);
            this.violation = mismatch.violation();
        }

        public Violation violation() {
            return violation;
        }
    }

    public static <C> C parse(JsonNode content, Class<C> type) throws UnreadableContentException {
        try {
            return StrictJsonMapper.convert(content, type);
        } catch (StrictJsonMapper.MismatchException mismatch) {
            throw new UnreadableContentException(mismatch);
        }
    }
}

package org.putokaz.live.family;

import com.fasterxml.jackson.databind.JsonNode;
import org.putokaz.http.request.StrictJsonMapper;
import org.putokaz.problem.Violation;

/** Parser of content from outside, as strict as {@link StrictJsonMapper}. */
public final class ContentParser {

    private ContentParser() {}

    /** Exception for content that does not have the structure of its type, with the first violation. */
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

    /** @throws UnreadableContentException for the first value that does not fit */
    public static <C> C parse(JsonNode content, Class<C> type) throws UnreadableContentException {
        try {
            return StrictJsonMapper.convert(content, type);
        } catch (StrictJsonMapper.MismatchException mismatch) {
            throw new UnreadableContentException(mismatch);
        }
    }
}

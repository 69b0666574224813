package org.putokaz.http.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * Deserialiser of instants in the format of RFC 3339, with a year of four digits. Jackson's own would also accept
 * numbers and years that no database can store.
 */
final class Rfc3339InstantDeserializer extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:\\d{2})");

    Rfc3339InstantDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(parser, Instant.class, JsonToken.VALUE_STRING, "not a text");
        }
        try {
            if (RFC_3339.matcher(parser.getText()).matches()) {
                return OffsetDateTime.parse(parser.getText()).toInstant();
            }
        } catch (DateTimeException noSuchInstant) {
            throw context.weirdStringException(parser.getText(), Instant.class, "no such moment");
        }
        throw context.weirdStringException(parser.getText(), Instant.class, "not RFC 3339");
    }
}

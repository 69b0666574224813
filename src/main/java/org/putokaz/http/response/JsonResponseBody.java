package org.putokaz.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.putokaz.common.Sha256;
import org.putokaz.http.paging.PagedResponse;

/**
 * An answer in JSON while it is written, and its entity tag. What was written before and is put in again has its digest
 * already, and is not read once more: the tag is made of what stands between such pieces, and of their digests in their
 * places. Answers that are put together in the same way have the same tag when they have the same bytes, and only then.
 */
final class JsonResponseBody extends ByteArrayOutputStream {

    /** What no JSON text contains (RFC 8259, section 7): here a digest stands for a piece. */
    private static final byte PIECE = 0;

    /** What an entry and a page of twenty take, mostly. */
    private static final int ENTRY = 2 << 10;

    private static final int PAGE = 16 << 10;

    private final List<Place> places = new ArrayList<>();

    private JsonResponseBody(int expected) {
        super(expected);
    }

    /** A piece that was written before, and its SHA-256. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
    record Piece(SerializedString json, byte[] digest) {

        static Piece of(byte[] json) {
            SerializedString text = new SerializedString(new String(json, StandardCharsets.UTF_8));
            // Made here and not when it is first asked for: what others see of it is then complete.
            return new Piece(text, Sha256.digest(text.asUnquotedUTF8()));
        }
    }

    private record Place(int from, int to, Piece piece) {}

    static JsonResponseBody of(Object entity, ObjectMapper json) throws JsonProcessingException {
        JsonResponseBody body = new JsonResponseBody(entity instanceof PagedResponse ? PAGE : ENTRY);
        try {
            json.writeValue(body, entity);
        } catch (JsonProcessingException notWritten) {
            throw notWritten;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return body;
    }

    /** @param out what writes to this body, and may hold back some of it */
    void put(Piece piece, JsonGenerator out) throws IOException {
        out.writeRawValue(piece.json());
        int to = size() + out.getOutputBuffered();
        places.add(new Place(to - piece.json().asUnquotedUTF8().length, to, piece));
    }

    EntityTag tag() {
        MessageDigest digest = Sha256.begin();
        int at = 0;
        for (Place place : places) {
            digest.update(buf, at, place.from() - at);
            digest.update(PIECE);
            digest.update(place.piece().digest());
            at = place.to();
        }
        digest.update(buf, at, count - at);
        return EntityTag.of(digest);
    }
}

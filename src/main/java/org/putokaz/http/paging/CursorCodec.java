package org.putokaz.http.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.putokaz.common.Sha256;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Makes and reads the opaque {@code cursor} of a list: the place after which the next page begins, bound to the query
 * it was made for and to the version of the collation, and sealed so that nobody can make one up.
 */
public final class CursorCodec {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEAL_BYTES = 12;
    private static final int LONGEST = 2000;

    private final SecretKeySpec key;

    /** @param key a secret of at least 16 bytes, the same on every node */
    public CursorCodec(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** What a cursor holds. {@code query} is any text that two equal queries share and two different ones do not. */
    public record Place(String query, String collation, List<String> values) {}

    public String write(Place place) {
        try {
            byte[] body = JSON.writeValueAsBytes(List.of(digest(place.query()), place.collation(), place.values()));
            byte[] whole = Arrays.copyOf(seal(body), SEAL_BYTES + body.length);
            System.arraycopy(body, 0, whole, SEAL_BYTES, body.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws ProblemException 400 with the reason: tampered with, of another query, or of another collation */
    public List<String> read(String cursor, String query, String collation) {
        Sealed sealed = open(cursor);
        if (!sealed.queryDigest.equals(digest(query))) {
            throw refused("cursor-of-another-query");
        }
        if (!sealed.collation.equals(collation)) {
            throw refused("cursor-expired");
        }
        return sealed.values;
    }

    private record Sealed(String queryDigest, String collation, List<String> values) {}

    private Sealed open(String cursor) {
        byte[] whole = decode(cursor);
        byte[] body = Arrays.copyOfRange(whole, SEAL_BYTES, whole.length);
        if (!MessageDigest.isEqual(seal(body), Arrays.copyOf(whole, SEAL_BYTES))) {
            throw refused("cursor-not-ours");
        }
        try {
            List<?> parts = JSON.readValue(body, List.class);
            List<String> values =
                    ((List<?>) parts.get(2)).stream().map(String::valueOf).toList();
            return new Sealed((String) parts.get(0), (String) parts.get(1), values);
        } catch (java.io.IOException notJson) {
            throw refused("cursor-not-ours");
        }
    }

    private static byte[] decode(String cursor) {
        try {
            byte[] whole = cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            // A decoder forgives stray bits at the end; one cursor has one spelling.
            boolean canonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(whole)
                    .equals(cursor);
            if (whole.length > SEAL_BYTES && canonical) {
                return whole;
            }
        } catch (IllegalArgumentException notBase64) {
            throw refused("cursor-not-ours");
        }
        throw refused("cursor-not-ours");
    }

    private byte[] seal(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), SEAL_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(String query) {
        return Sha256.shortSha256(query.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException refused(String code) {
        return ProblemType.INVALID_CURSOR.with(Violation.parameter("cursor", Message.of(code)));
    }
}

package org.putokaz.http.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
 * Encoder and decoder of the opaque {@code cursor} of a list (docs/decisions/0005): the key after which the next page
 * begins, bound to the query and to the version of the collation, and authenticated with HMAC-SHA-256 so that clients
 * cannot forge one.
 *
 * <p>Format: base64url of the first 96 bits of the HMAC, followed by a JSON array of the query's digest, the collation
 * and the values of the key.
 */
public final class CursorCodec {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HMAC_ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 12;
    private static final int MAX_LENGTH = 2000;

    private final SecretKeySpec key;

    /** @param key a secret of at least 16 bytes, the same on every node */
    public CursorCodec(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC_ALGORITHM);
    }

    /**
     * Content of a cursor.
     *
     * @param query text that two equal queries share and two different ones do not
     * @param collation version of the collation; empty for lists that are not sorted by text
     * @param values key of the last row of the page
     */
    public record Cursor(String query, String collation, List<String> values) {}

    public String encode(Cursor cursor) {
        try {
            byte[] body = JSON.writeValueAsBytes(List.of(digest(cursor.query()), cursor.collation(), cursor.values()));
            byte[] whole = Arrays.copyOf(mac(body), MAC_BYTES + body.length);
            System.arraycopy(body, 0, whole, MAC_BYTES, body.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The values of the key.
     *
     * @throws ProblemException 400 with the reason: forged, of another query, or of another collation
     */
    public List<String> decode(String cursor, String query, String collation) {
        Payload payload = verify(cursor);
        if (!payload.queryDigest.equals(digest(query))) {
            throw invalid("cursor-of-another-query");
        }
        if (!payload.collation.equals(collation)) {
            throw invalid("cursor-expired");
        }
        return payload.values;
    }

    private record Payload(String queryDigest, String collation, List<String> values) {}

    private Payload verify(String cursor) {
        byte[] whole = base64Decoded(cursor);
        byte[] body = Arrays.copyOfRange(whole, MAC_BYTES, whole.length);
        if (!MessageDigest.isEqual(mac(body), Arrays.copyOf(whole, MAC_BYTES))) {
            throw invalid("cursor-not-ours");
        }
        try {
            List<?> parts = JSON.readValue(body, List.class);
            List<String> values =
                    ((List<?>) parts.get(2)).stream().map(String::valueOf).toList();
            return new Payload((String) parts.get(0), (String) parts.get(1), values);
        } catch (IOException notJson) {
            throw invalid("cursor-not-ours");
        }
    }

    private static byte[] base64Decoded(String cursor) {
        try {
            byte[] whole = cursor.length() > MAX_LENGTH
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            // The decoder ignores stray bits at the end; a cursor has one spelling only.
            boolean canonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(whole)
                    .equals(cursor);
            if (whole.length > MAC_BYTES && canonical) {
                return whole;
            }
        } catch (IllegalArgumentException notBase64) {
            throw invalid("cursor-not-ours");
        }
        throw invalid("cursor-not-ours");
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC_ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(String query) {
        return Sha256.fingerprint(query.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException invalid(String code) {
        return ProblemType.INVALID_CURSOR.with(Violation.parameter("cursor", Message.of(code)));
    }
}

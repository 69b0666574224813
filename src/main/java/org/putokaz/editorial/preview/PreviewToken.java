package org.putokaz.editorial.preview;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a preview link lets its holder see, until when. It is written into the link and sealed (HMAC-SHA-256, 128 bits of
 * it), so that nothing has to be stored and nothing can be changed.
 */
record PreviewToken(UUID entry, int revision, Instant until) {

    private static final int BODY = 16 + 4 + 8;
    private static final int SEAL = 16;
    private static final Base64.Encoder WRITE = Base64.getUrlEncoder().withoutPadding();

    String write(byte[] key) {
        byte[] body = ByteBuffer.allocate(BODY)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .putInt(revision)
                .putLong(until.getEpochSecond())
                .array();
        return WRITE.encodeToString(
                ByteBuffer.allocate(BODY + SEAL).put(body).put(seal(key, body)).array());
    }

    /** Empty for what this service did not write; says nothing of whether it has ended. */
    static Optional<PreviewToken> read(String link, byte[] key) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(link);
            byte[] body = Arrays.copyOf(whole, BODY);
            boolean ours = whole.length == BODY + SEAL
                    && WRITE.encodeToString(whole).equals(link)
                    && MessageDigest.isEqual(seal(key, body), Arrays.copyOfRange(whole, BODY, whole.length));
            if (!ours) {
                return Optional.empty();
            }
            ByteBuffer parts = ByteBuffer.wrap(body);
            UUID entry = new UUID(parts.getLong(), parts.getLong());
            return Optional.of(new PreviewToken(entry, parts.getInt(), Instant.ofEpochSecond(parts.getLong())));
        } catch (IllegalArgumentException | BufferUnderflowException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] seal(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(body), SEAL);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

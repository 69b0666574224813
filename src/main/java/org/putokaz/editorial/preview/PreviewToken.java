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
 * Signed token of a preview link: one revision of an entry, and the second in which the link expires. It holds all that
 * is needed, so no link is stored.
 *
 * <p>Format: base64url of id (16 bytes), revision (4), seconds since the epoch (8) and the first 128 bits of their
 * HMAC-SHA-256.
 */
record PreviewToken(UUID entry, int revision, Instant expiresAt) {

    private static final int PAYLOAD_BYTES = 16 + 4 + 8;
    private static final int SIGNATURE_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    String encode(byte[] key) {
        byte[] payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .putInt(revision)
                .putLong(expiresAt.getEpochSecond())
                .array();
        return ENCODER.encodeToString(ByteBuffer.allocate(PAYLOAD_BYTES + SIGNATURE_BYTES)
                .put(payload)
                .put(sign(key, payload))
                .array());
    }

    /** Empty when the token is malformed or its signature is wrong. An expired token is decoded too. */
    static Optional<PreviewToken> decode(String token, byte[] key) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            byte[] payload = Arrays.copyOf(bytes, PAYLOAD_BYTES);
            boolean genuine = bytes.length == PAYLOAD_BYTES + SIGNATURE_BYTES
                    // A decoder ignores stray bits at the end; a token has one spelling.
                    && ENCODER.encodeToString(bytes).equals(token)
                    && MessageDigest.isEqual(
                            sign(key, payload), Arrays.copyOfRange(bytes, PAYLOAD_BYTES, bytes.length));
            if (!genuine) {
                return Optional.empty();
            }
            ByteBuffer fields = ByteBuffer.wrap(payload);
            UUID entry = new UUID(fields.getLong(), fields.getLong());
            return Optional.of(new PreviewToken(entry, fields.getInt(), Instant.ofEpochSecond(fields.getLong())));
        } catch (IllegalArgumentException | BufferUnderflowException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] sign(byte[] key, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

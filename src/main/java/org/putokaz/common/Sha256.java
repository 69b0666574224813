package org.putokaz.common;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) and the two text forms in which this service writes it. */
public final class Sha256 {

    /** 128 bits: enough to tell representations apart, short enough for a header. */
    private static final int FINGERPRINT_BYTES = 16;

    private Sha256() {}

    /** The digest as 64 lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** The first 128 bits of the digest in base64url without padding: 22 characters. */
    public static String fingerprint(byte[] bytes) {
        return fingerprintOf(digest(bytes));
    }

    /** The same of a digest that was computed before. */
    public static String fingerprintOf(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
    }

    public static byte[] digest(byte[] bytes) {
        return newDigest().digest(bytes);
    }

    /** For bytes that are not in memory as a whole. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

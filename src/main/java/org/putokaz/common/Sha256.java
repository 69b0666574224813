package org.putokaz.common;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256, bare and in the two spellings this service uses. */
public final class Sha256 {

    private Sha256() {}

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** The first 128 bits in base64url: enough to tell representations apart, short enough for a header. */
    public static String shortSha256(byte[] bytes) {
        return shortened(digest(bytes));
    }

    public static String shortened(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    }

    public static byte[] digest(byte[] bytes) {
        return begin().digest(bytes);
    }

    /** For bytes that come in parts. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

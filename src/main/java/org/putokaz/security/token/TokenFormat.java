package org.putokaz.security.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.putokaz.common.Sha256;

/**
 * Format of the tokens of this service: {@code pk_}, 256 random bits as 43 base-62 digits, and the CRC-32 of all before
 * it as six more digits. With the prefix and the checksum, secret scanners recognise a leaked token offline, and the
 * service refuses a misspelt one without a database lookup.
 */
public final class TokenFormat {

    public static final String PREFIX = "pk_";

    /** Digits of base 62 in ascending order. */
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_BITS = 256;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECKSUM_DIGITS = 6;
    private static final Pattern PATTERN =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECKSUM_DIGITS) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenFormat() {}

    /** A new random token. */
    public static String generate() {
        String unchecked = PREFIX + toBase62(new BigInteger(RANDOM_BITS, RANDOM), RANDOM_DIGITS);
        return unchecked + checksum(unchecked);
    }

    public static boolean isWellFormed(String token) {
        if (!PATTERN.matcher(token).matches()) {
            return false;
        }
        int end = token.length() - CHECKSUM_DIGITS;
        return checksum(token.substring(0, end)).equals(token.substring(end));
    }

    /**
     * SHA-256 in hexadecimal, the stored form. It needs no salt and no slow hash, because a token has 256 random bits.
     */
    public static String digest(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.US_ASCII));
    }

    private static String checksum(String unchecked) {
        CRC32 crc = new CRC32();
        crc.update(unchecked.getBytes(StandardCharsets.US_ASCII));
        return toBase62(BigInteger.valueOf(crc.getValue()), CHECKSUM_DIGITS);
    }

    private static String toBase62(BigInteger number, int width) {
        StringBuilder digits = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < width; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.reverse().toString();
    }
}

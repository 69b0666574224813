package org.putokaz.security.token;

import org.putokaz.common.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a token of this service looks like: {@code pk_}, 256 random bits in 43 digits of base 62, and their CRC-32 in six
 * more. The prefix and the checksum let a scanner of repositories find a leaked one without asking anybody, and let us
 * refuse a misspelt one without asking the database.
 */
public final class TokenFormat {

    public static final String PREFIX = "pk_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_BITS = 256;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECK_DIGITS) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenFormat() {}

    /** A token that nobody has seen before. */
    public static String fresh() {
        String unchecked = PREFIX + digits(new BigInteger(RANDOM_BITS, RANDOM), RANDOM_DIGITS);
        return unchecked + check(unchecked);
    }

    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches()
                && check(text.substring(0, text.length() - CHECK_DIGITS))
                        .equals(text.substring(text.length() - CHECK_DIGITS));
    }

    /** All that we keep of a token. It needs no salt and no slow hash: nobody guesses 256 random bits. */
    public static String digest(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.US_ASCII));
    }

    private static String check(String unchecked) {
        CRC32 crc = new CRC32();
        crc.update(unchecked.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    private static String digits(BigInteger number, int width) {
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

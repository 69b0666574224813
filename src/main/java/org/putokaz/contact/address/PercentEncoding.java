package org.putokaz.contact.address;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Writes text as the bytes of UTF-8 with a percent sign (RFC 3986, section 2.1), but for what may stand as it is. */
final class PercentEncoding {

    private PercentEncoding() {}

    /** @param kept the ASCII characters that stay */
    static String encode(String text, IntPredicate kept) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && kept.test(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("%%%02X", octet));
            }
        }
        return encoded.toString();
    }
}

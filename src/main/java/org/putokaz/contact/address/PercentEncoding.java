package org.putokaz.contact.address;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Percent-encoding of text as UTF-8 (RFC 3986, section 2.1). */
final class PercentEncoding {

    private PercentEncoding() {}

    /** @param unencoded the ASCII characters that stay as they are */
    static String encode(String text, IntPredicate unencoded) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && unencoded.test(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("%%%02X", octet));
            }
        }
        return encoded.toString();
    }
}

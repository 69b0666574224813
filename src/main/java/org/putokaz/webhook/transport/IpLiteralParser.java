package org.putokaz.webhook.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads addresses that are written as such. Only the one spelling that every reader understands alike: the JDK, as C does,
 * also takes {@code 127.1}, {@code 2130706433} and, elsewhere, {@code 0x7f000001} or {@code 0177.0.0.1} for 127.0.0.1.
 */
final class IpLiteralParser {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    /** No zone: it would name a network of ours. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");
    /** What every browser takes for an IPv4 address, in whatever spelling (WHATWG URL, "ends in a number"). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private IpLiteralParser() {}

    /** @param text in lower case, an IPv6 address without brackets */
    static Optional<InetAddress> read(String text) {
        boolean ipv6 = text.contains(":") && IPV6.matcher(text).matches();
        if (!ipv6 && !IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // A literal: no name is looked up.
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Whether somebody could take this for an address although {@link #read} does not. */
    static boolean looksLikeOne(String host) {
        return host.contains(":") || ENDS_IN_A_NUMBER.matcher(host).matches();
    }
}

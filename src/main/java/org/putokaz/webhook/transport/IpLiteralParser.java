package org.putokaz.webhook.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parser of IP addresses in their canonical form. The JDK, like C, also takes {@code 127.1}, {@code 2130706433} and,
 * elsewhere, {@code 0x7f000001} or {@code 0177.0.0.1} for 127.0.0.1; these forms are not accepted, because parsers
 * disagree on them.
 */
final class IpLiteralParser {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);
    /** Without a zone identifier, which would name a network interface of this machine. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");
    /** A host that browsers take for an IPv4 address in some form (WHATWG URL, "ends in a number"). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private IpLiteralParser() {}

    /** @param text in lower case, an IPv6 address without brackets */
    static Optional<InetAddress> parse(String text) {
        boolean ipv6 = text.contains(":") && IPV6.matcher(text).matches();
        if (!ipv6 && !IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // No DNS lookup: the text is a literal.
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** Whether some parser could take the host for an IP address, though {@link #parse} does not. */
    static boolean looksLikeIpAddress(String host) {
        return host.contains(":") || ENDS_IN_A_NUMBER.matcher(host).matches();
    }
}

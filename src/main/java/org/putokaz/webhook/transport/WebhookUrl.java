package org.putokaz.webhook.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * URL of an endpoint, parsed once. Its text is never parsed again when a request is sent, so no two parsers can
 * disagree on where it leads.
 *
 * @param secure https; otherwise plain http, which is allowed to the loopback interface only
 * @param host in lower case, without a trailing dot; an IPv6 address without brackets
 * @param target path and query, as in the request line
 */
public record WebhookUrl(boolean secure, String host, int port, String target) {

    /** In characters. */
    public static final int MAX_LENGTH = 500;

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int MIN_UNPRIVILEGED_PORT = 1024;
    private static final int MAX_PORT = 65_535;
    /** RFC 1035, section 2.3.4. */
    private static final int MAX_HOST_LENGTH = 253;

    private static final Pattern PRINTABLE_ASCII = Pattern.compile("[!-~]+");
    private static final Pattern HOST_NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /**
     * Ports of services that could interpret a request as commands of their own: NFS, SIP, IRC, X11, Docker, databases,
     * caches. Below 1024 only 443 is allowed, and 80 for http.
     */
    private static final Set<Integer> BLOCKED_PORTS = Set.of(
            1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432,
            5672, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042, 9092, 9200, 9300, 10080, 11211,
            27017);

    /**
     * @param allowLoopback whether http and the name {@code localhost} are allowed; {@link DestinationResolver}
     *     restricts http to the loopback interface
     * @throws InvalidValueException with the reason
     */
    public static WebhookUrl parse(String text, boolean allowLoopback) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException("webhook-url-too-long", MAX_LENGTH);
        }
        if (!PRINTABLE_ASCII.matcher(text).matches()) {
            throw new InvalidValueException("webhook-url-malformed");
        }
        URI uri = parseUri(text);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(allowLoopback && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new InvalidValueException("webhook-url-not-https");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new InvalidValueException("webhook-url-userinfo-or-fragment");
        }
        // URI has no host when it cannot parse one, such as a name that ends in a number.
        String host = parseHost(Objects.requireNonNullElse(uri.getHost(), ""), allowLoopback);
        return new WebhookUrl(secure, host, parsePort(uri.getPort(), secure), targetOf(uri));
    }

    private static URI parseUri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.isOpaque() || uri.getRawAuthority() == null) {
                throw new InvalidValueException("webhook-url-malformed");
            }
            return uri;
        } catch (URISyntaxException malformed) {
            throw new InvalidValueException("webhook-url-malformed");
        }
    }

    private static String parseHost(String text, boolean allowLocalhost) {
        String host = text.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "").replaceFirst("\\.$", "");
        Optional<InetAddress> literal = IpLiteralParser.parse(host);
        if (literal.isPresent()) {
            return literal.get().getHostAddress();
        }
        boolean qualified = host.contains(".") || allowLocalhost && host.equals("localhost");
        if (IpLiteralParser.looksLikeIpAddress(host) || !qualified || !isHostName(host)) {
            throw new InvalidValueException("webhook-url-host");
        }
        return host;
    }

    private static boolean isHostName(String host) {
        return host.length() <= MAX_HOST_LENGTH && HOST_NAME.matcher(host).matches();
    }

    /** @param port -1 for the default port of the scheme */
    private static int parsePort(int port, boolean secure) {
        int defaultPort = defaultPort(secure);
        if (port == -1 || port == defaultPort) {
            return defaultPort;
        }
        if (port < MIN_UNPRIVILEGED_PORT || port > MAX_PORT || BLOCKED_PORTS.contains(port)) {
            throw new InvalidValueException("webhook-url-port");
        }
        return port;
    }

    private static int defaultPort(boolean secure) {
        return secure ? HTTPS_PORT : HTTP_PORT;
    }

    private static String targetOf(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** The normalised form, which is stored and shown. */
    public String text() {
        return (secure ? "https://" : "http://")
                + (host.contains(":") ? "[" + host + "]" : host)
                + (port == defaultPort(secure) ? "" : ":" + port)
                + target;
    }

    /** The host as an address; null when it is a name. */
    @Nullable
    InetAddress ipLiteral() {
        return IpLiteralParser.parse(host).orElse(null);
    }
}

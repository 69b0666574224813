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
 * An address that changes are sent to, taken apart once: nobody reads its text a second time, so no two readers can
 * understand it differently.
 *
 * @param secure https; otherwise plain http, which only ever goes to this machine itself
 * @param host in lower case, without the dot at the end; an IPv6 address without brackets
 * @param target path and query, as they go into the request line
 */
public record WebhookUrl(boolean secure, String host, int port, String target) {

    public static final int LONGEST = 500;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final int LAST = 65_535;
    private static final int LONGEST_NAME = 253;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /**
     * Where other servers listen that would make something of what we send: NFS, SIP, IRC, X11, Docker, databases, caches.
     * Of the ports below 1024 only 443 (and 80 for http) is taken at all.
     */
    private static final Set<Integer> OF_OTHERS = Set.of(
            1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432,
            5672, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042, 9092, 9200, 9300, 10080, 11211,
            27017);

    /**
     * @param loopback whether http to this machine itself may be asked for, and {@code localhost} by its name
     * @throws InvalidValueException with the reason when it is not such an address
     */
    public static WebhookUrl read(String text, boolean loopback) {
        if (text.length() > LONGEST) {
            throw new InvalidValueException("webhook-url-too-long", LONGEST);
        }
        if (!PRINTABLE.matcher(text).matches()) {
            throw new InvalidValueException("webhook-url-malformed");
        }
        URI uri = parse(text);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(loopback && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new InvalidValueException("webhook-url-not-https");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new InvalidValueException("webhook-url-userinfo-or-fragment");
        }
        // What is no host to the JDK has none, such as one with a number at its end.
        String host = host(Objects.requireNonNullElse(uri.getHost(), ""), loopback);
        return new WebhookUrl(secure, host, port(uri.getPort(), secure), target(uri));
    }

    private static URI parse(String text) {
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

    private static String host(String written, boolean loopback) {
        String host = written.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "").replaceFirst("\\.$", "");
        Optional<InetAddress> literal = IpLiteralParser.read(host);
        if (literal.isPresent()) {
            return literal.get().getHostAddress();
        }
        boolean known = host.contains(".") || loopback && host.equals("localhost");
        if (IpLiteralParser.looksLikeOne(host) || !known || !isName(host)) {
            throw new InvalidValueException("webhook-url-host");
        }
        return host;
    }

    private static boolean isName(String host) {
        return host.length() <= LONGEST_NAME && NAME.matcher(host).matches();
    }

    private static int port(int written, boolean secure) {
        int usual = secure ? HTTPS : HTTP;
        int port = written == -1 ? usual : written;
        if (port != usual && (port < FIRST_UNPRIVILEGED || port > LAST || OF_OTHERS.contains(port))) {
            throw new InvalidValueException("webhook-url-port");
        }
        return port;
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** The one spelling that is kept and shown. */
    public String text() {
        boolean usual = port == (secure ? HTTPS : HTTP);
        return (secure ? "https://" : "http://")
                + (host.contains(":") ? "[" + host + "]" : host)
                + (usual ? "" : ":" + port)
                + target;
    }

    /** The address that stands in the host's place, where it is no name. */
    @Nullable
    InetAddress literal() {
        return IpLiteralParser.read(host).orElse(null);
    }
}

package org.putokaz.live.family;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rule for links to sources: an absolute URL with http or https, a host and no credentials. */
public final class WebAddressRule {

    private static final int MAX_LENGTH = 2000;

    private static final Pattern HOST_AND_PORT = Pattern.compile("(?<host>[^:@]+)(?<port>(?::[0-9]+)?)");

    private WebAddressRule() {}

    public static void check(String pointer, @Nullable String url, ContentViolations violations) {
        if (url != null && !isWebAddress(url)) {
            violations.add(pointer, "not-a-web-address");
        }
    }

    /** Checks an address that may not have http. */
    public static void checkEncrypted(String pointer, @Nullable String url, ContentViolations violations) {
        if (url != null && isWebAddress(url) && !url.startsWith("https:")) {
            violations.add(pointer, "web-not-encrypted", url);
        } else {
            check(pointer, url, violations);
        }
    }

    private static boolean isWebAddress(String url) {
        if (url.length() > MAX_LENGTH) {
            return false;
        }
        try {
            URI uri = withAsciiHost(new URI(url));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException | IllegalArgumentException notAUri) {
            return false;
        }
    }

    /** {@link URI} reads no host in other letters, such as {@code центар.срб}, unless it is written in ASCII. */
    private static URI withAsciiHost(URI uri) {
        if (uri.getHost() != null || uri.getRawAuthority() == null) {
            return uri;
        }
        Matcher authority = HOST_AND_PORT.matcher(uri.getRawAuthority());
        return authority.matches()
                ? URI.create(uri.getScheme() + "://" + IDN.toASCII(authority.group("host")) + authority.group("port"))
                : uri;
    }
}

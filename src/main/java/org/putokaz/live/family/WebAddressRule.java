package org.putokaz.live.family;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Rule for links to sources: an absolute URL with http or https, a host and no credentials. */
public final class WebAddressRule {

    private static final int MAX_LENGTH = 2000;

    private WebAddressRule() {}

    public static void check(String pointer, @Nullable String url, ContentViolations violations) {
        if (url != null && !isWebAddress(url)) {
            violations.add(pointer, "not-a-web-address");
        }
    }

    private static boolean isWebAddress(String url) {
        if (url.length() > MAX_LENGTH) {
            return false;
        }
        try {
            URI uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}

package org.putokaz.live.family;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A link to a page that backs a fact: http or https, a host, nothing that signs in. */
public final class WebAddressRule {

    private static final int LONGEST = 2000;

    private WebAddressRule() {}

    public static void check(String pointer, @Nullable String url, ContentViolations check) {
        if (url != null && !isWebAddress(url)) {
            check.refuse(pointer, "not-a-web-address");
        }
    }

    private static boolean isWebAddress(String url) {
        if (url.length() > LONGEST) {
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

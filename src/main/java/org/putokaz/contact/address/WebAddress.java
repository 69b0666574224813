package org.putokaz.contact.address;

import com.ibm.icu.text.Normalizer2;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.problem.InvalidValueException;

/**
 * Public https address of a page, a profile or a chat: by host name, without credentials, and without letters that
 * imitate those of another script.
 *
 * @param address as typed, in NFC
 * @param uri the same in ASCII: the host in Punycode, the rest percent-encoded
 */
public record WebAddress(String address, URI uri) {

    /** In characters, of either form; browsers, QR codes and vCard readers accept as much. */
    static final int MAX_LENGTH = 2000;

    private static final WebHost.ErrorCodes HOST_ERROR_CODES = new WebHost.ErrorCodes(
            "web-not-an-address", "web-ip-literal", "web-mixed-script", "web-unknown-top-level-domain");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>https://)(?<authority>[^/?#]*)(?<rest>[^#]*(?:#[^#]*)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[^\\]]*]|[^:\\[\\]]+)(?<port>:[1-9][0-9]{0,4})?");
    private static final Pattern INVALID_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    // Not allowed in a URI; browsers read the backslash as a slash.
    private static final String FORBIDDEN_CHARACTERS = "\\\"<>^`{|}";

    // Allowed after the host by RFC 3986, and the percent sign of existing escapes.
    private static final String UNENCODED_PUNCTUATION = "-._~!$&'()*+,;=:@/?%#";

    /**
     * @throws InvalidValueException {@code web-too-long}, {@code web-stray-character}, {@code web-not-encrypted} for
     *     http, {@code web-not-https} for another scheme, {@code web-userinfo}, {@code web-ip-literal}, {@code
     *     web-mixed-script}, {@code web-unknown-top-level-domain}, {@code web-bad-escape} or {@code
     *     web-not-an-address}
     */
    public static WebAddress of(String typed) {
        requireShort(typed);
        String address = Normalizer2.getNFCInstance().normalize(typed);
        requireVisibleUriCharacters(address);
        requireHttps(address);
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches()) {
            throw new InvalidValueException("web-not-an-address", address);
        }
        String rest = parts.group("rest");
        if (INVALID_ESCAPE.matcher(rest).find()) {
            throw new InvalidValueException("web-bad-escape", address);
        }
        String uri = "https://"
                + authority(parts.group("scheme"), parts.group("authority"))
                + PercentEncoding.encode(rest, WebAddress::isUnencoded);
        requireShort(uri);
        return new WebAddress(address, URI.create(uri));
    }

    private static void requireShort(String address) {
        if (address.length() > MAX_LENGTH) {
            throw new InvalidValueException("web-too-long", MAX_LENGTH);
        }
    }

    private static void requireVisibleUriCharacters(String address) {
        UnexpectedCharacter.rejectInvisible(address, "web-stray-character");
        UnexpectedCharacter.find(address, character -> FORBIDDEN_CHARACTERS.indexOf(character) >= 0)
                .ifPresent(index -> {
                    throw UnexpectedCharacter.at(address, index).toException("web-stray-character");
                });
    }

    private static void requireHttps(String address) {
        Matcher scheme = SCHEME.matcher(address);
        if (!scheme.matches()) {
            throw new InvalidValueException("web-not-an-address", address);
        }
        switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "https" -> {}
            case "http" -> throw new InvalidValueException("web-not-encrypted", address);
            default -> throw new InvalidValueException("web-not-https", scheme.group(1));
        }
    }

    private static String authority(String before, String typed) {
        if (typed.contains("@")) {
            throw new InvalidValueException("web-userinfo");
        }
        Matcher authority = AUTHORITY.matcher(typed);
        if (!authority.matches()) {
            throw new InvalidValueException("web-not-an-address", before + typed);
        }
        String port = authority.group("port") == null ? "" : authority.group("port");
        if (port.length() > 1 && Integer.parseInt(port.substring(1)) > 65_535) {
            throw new InvalidValueException("web-not-an-address", before + typed);
        }
        return WebHost.of(before, authority.group("host"), HOST_ERROR_CODES).ascii() + port;
    }

    private static boolean isUnencoded(int character) {
        return Character.isLetterOrDigit(character) || UNENCODED_PUNCTUATION.indexOf(character) >= 0;
    }
}

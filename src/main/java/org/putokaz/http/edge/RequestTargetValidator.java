package org.putokaz.http.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.putokaz.problem.ProblemType;

/**
 * Validator of the request target (RFC 9112, section 3.2). It refuses a target that is not percent-encoded UTF-8,
 * contains a control character, encoded or not, or is longer than {@value #MAX_LENGTH} characters.
 */
final class RequestTargetValidator {

    static final int MAX_LENGTH = 4096;

    private static final String PLAIN_SYMBOLS = "/-._~?&=,:";

    private RequestTargetValidator() {}

    /** @throws org.putokaz.problem.ProblemException 400 when the target is malformed, 414 when it is too long */
    static void validate(String target) {
        if (target.length() > MAX_LENGTH) {
            throw ProblemType.URI_TOO_LONG.because("uri-longer-than", MAX_LENGTH);
        }
        if (isPlain(target)) {
            return;
        }
        ByteBuffer decoded = percentDecoded(target);
        requireUriCharacters(target);
        if (text(decoded).chars().anyMatch(Character::isISOControl)) {
            throw ProblemType.MALFORMED_REQUEST.because("uri-control-character");
        }
    }

    /** Whether it is a path with or without a query in which nothing is encoded, as nearly all targets are. */
    private static boolean isPlain(String target) {
        if (!target.startsWith("/") || target.startsWith("//")) {
            return false;
        }
        for (int i = 0; i < target.length(); i++) {
            char next = target.charAt(i);
            if (!(next >= 'a' && next <= 'z'
                    || next >= 'A' && next <= 'Z'
                    || next >= '0' && next <= '9'
                    || PLAIN_SYMBOLS.indexOf(next) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Refuses characters that a URI (RFC 3986) or a request target (RFC 9112, section 3.2: no fragment) may not
     * contain: later readers would fail on them or disagree about them.
     */
    private static void requireUriCharacters(String target) {
        try {
            if (target.chars().anyMatch(character -> character > '~' || character == '#')) {
                throw new URISyntaxException(target, "a character that a request target may not contain");
            }
            new URI(target);
        } catch (URISyntaxException notAUri) {
            throw ProblemType.MALFORMED_REQUEST.because("uri-character");
        }
    }

    private static CharSequence text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
        } catch (CharacterCodingException notUtf8) {
            throw ProblemType.MALFORMED_REQUEST.because("uri-not-utf-8");
        }
    }

    private static ByteBuffer percentDecoded(String target) {
        ByteBuffer bytes = ByteBuffer.allocate(target.length() * 3);
        for (int i = 0; i < target.length(); i++) {
            char next = target.charAt(i);
            if (next == '%') {
                bytes.put((byte) (hexDigit(target, i + 1) << 4 | hexDigit(target, i + 2)));
                i += 2;
            } else {
                bytes.put(String.valueOf(next).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.flip();
    }

    private static int hexDigit(String target, int at) {
        int digit = at < target.length() && target.charAt(at) < 128 ? Character.digit(target.charAt(at), 16) : -1;
        if (digit < 0) {
            throw ProblemType.MALFORMED_REQUEST.because("uri-percent-encoding");
        }
        return digit;
    }
}

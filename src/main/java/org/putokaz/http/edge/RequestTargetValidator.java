package org.putokaz.http.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.putokaz.problem.ProblemType;

/**
 * Reads the request target before anybody else does. What is not well-formed percent-encoded UTF-8 (lone surrogates
 * included), holds a control character, or is longer than {@value #LONGEST} characters goes no further.
 */
final class RequestTargetValidator {

    static final int LONGEST = 4096;

    private static final String PLAIN = "/-._~?&=,:";

    private RequestTargetValidator() {}

    static void check(String target) {
        if (target.length() > LONGEST) {
            throw ProblemType.URI_TOO_LONG.because("uri-longer-than", LONGEST);
        }
        if (isPlain(target)) {
            return;
        }
        ByteBuffer decoded = decode(target);
        refuseStrayCharacters(target);
        try {
            CharSequence text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(decoded);
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw ProblemType.MALFORMED_REQUEST.because("uri-control-character");
            }
        } catch (CharacterCodingException notUtf8) {
            throw ProblemType.MALFORMED_REQUEST.because("uri-not-utf-8");
        }
    }

    /** Whether it is a path with or without a query, of characters that mean themselves, as nearly all are. */
    private static boolean isPlain(String target) {
        if (!target.startsWith("/") || target.startsWith("//")) {
            return false;
        }
        for (int i = 0; i < target.length(); i++) {
            char next = target.charAt(i);
            if (!(next >= 'a' && next <= 'z'
                    || next >= 'A' && next <= 'Z'
                    || next >= '0' && next <= '9'
                    || PLAIN.indexOf(next) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a URI cannot hold (RFC 3986), or a target (RFC 9112, section 3.2: a fragment stays with whoever asks): nobody
     * after us could read it, or two would read it differently.
     */
    private static void refuseStrayCharacters(String target) {
        try {
            if (target.chars().anyMatch(character -> character > '~' || character == '#')) {
                throw new URISyntaxException(target, "a character that is none of a target");
            }
            new URI(target);
        } catch (URISyntaxException notAUri) {
            throw ProblemType.MALFORMED_REQUEST.because("uri-character");
        }
    }

    private static ByteBuffer decode(String target) {
        ByteBuffer bytes = ByteBuffer.allocate(target.length() * 3);
        for (int i = 0; i < target.length(); i++) {
            char next = target.charAt(i);
            if (next == '%') {
                bytes.put((byte) (hex(target, i + 1) << 4 | hex(target, i + 2)));
                i += 2;
            } else {
                bytes.put(String.valueOf(next).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.flip();
    }

    private static int hex(String target, int at) {
        int digit = at < target.length() && target.charAt(at) < 128 ? Character.digit(target.charAt(at), 16) : -1;
        if (digit < 0) {
            throw ProblemType.MALFORMED_REQUEST.because("uri-percent-encoding");
        }
        return digit;
    }
}

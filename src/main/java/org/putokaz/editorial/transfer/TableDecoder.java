package org.putokaz.editorial.transfer;

import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Decoder of a table in CSV from the encoding that the request declares (RFC 7111, section 5.1). Without one it is UTF-8, or
 * UTF-16 with a byte order mark; a table in another encoding is then refused.
 */
final class TableDecoder {

    /** Encodings in which spreadsheets write Serbian, by their names at IANA. */
    private static final Map<String, Charset> CHARSETS = Map.of(
            "utf-8",
            StandardCharsets.UTF_8,
            "utf8",
            StandardCharsets.UTF_8,
            "us-ascii",
            StandardCharsets.US_ASCII,
            "utf-16",
            StandardCharsets.UTF_16,
            "windows-1250",
            Charset.forName("windows-1250"),
            "windows-1251",
            Charset.forName("windows-1251"),
            "iso-8859-2",
            Charset.forName("ISO-8859-2"),
            "iso-8859-5",
            Charset.forName("ISO-8859-5"));

    private static final int CYRILLIC_RUN = 4;

    private TableDecoder() {}

    /**
     * The table in UTF-8.
     *
     * @param contentType of the request, with its parameters
     * @throws org.putokaz.problem.ProblemException 415 for an encoding that is not supported, 400 when the bytes are none of it,
     *     or not UTF-8 where none is declared
     */
    static byte[] toUtf8(String contentType, byte[] table) {
        String name = MediaType.valueOf(contentType).getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name == null) {
            return decodeUndeclared(table);
        }
        Charset charset = CHARSETS.get(name.toLowerCase(Locale.ROOT));
        if (charset == null) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("charset-not-supported", name);
        }
        try {
            return decode(charset, table);
        } catch (CharacterCodingException undecodable) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("", "not-in-declared-charset", name));
        }
    }

    /** UTF-16 is known by its byte order mark; another encoding is guessed for the message, and never read. */
    private static byte[] decodeUndeclared(byte[] table) {
        boolean utf16 = table.length > 1
                && (table[0] == (byte) 0xFE && table[1] == (byte) 0xFF
                        || table[0] == (byte) 0xFF && table[1] == (byte) 0xFE);
        try {
            return decode(utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8, table);
        } catch (CharacterCodingException undecodable) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("", "table-not-utf-8", likelyCharset(table)));
        }
    }

    /** Words in Windows-1251 are bytes above 127 throughout; in Windows-1250 such a byte stands between letters of ASCII. */
    private static String likelyCharset(byte[] table) {
        int run = 0;
        int longest = 0;
        for (byte octet : table) {
            run = octet < 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest >= CYRILLIC_RUN ? "windows-1251" : "windows-1250";
    }

    private static byte[] decode(Charset charset, byte[] table) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(table))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}

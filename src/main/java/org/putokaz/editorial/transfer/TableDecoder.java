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
 * Decoder of a table in CSV from the encoding that the request declares (RFC 7111, section 5.1). Without one it is UTF-8, and a
 * table in another encoding is then refused where it is no UTF-8.
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

    private TableDecoder() {}

    /**
     * The table in UTF-8.
     *
     * @param contentType of the request, with its parameters
     * @throws org.putokaz.problem.ProblemException 415 for an encoding that is not supported, 400 when the bytes are none of it
     */
    static byte[] toUtf8(String contentType, byte[] table) {
        String name = MediaType.valueOf(contentType).getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name == null) {
            return table;
        }
        Charset charset = CHARSETS.get(name.toLowerCase(Locale.ROOT));
        if (charset == null) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("charset-not-supported", name);
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(table))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException undecodable) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("", "not-in-declared-charset", name));
        }
    }
}

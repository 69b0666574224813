package org.putokaz.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Reads the JSON body of a request (RFC 8259, I-JSON RFC 7493): UTF-8, no key twice, nothing after the value, no control
 * characters or lone surrogates in texts, bounded in size and depth. Each of these is a 400 or 413 of its own.
 */
public final class JsonBodyReader {

    /** Enough for everything but content and packs. */
    public static final int SMALL = 64 * 1024;

    /** Deeper than any content; what is nested deeper was made to hurt. */
    private static final int DEEPEST = 40;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBodyReader() {}

    /** @throws org.putokaz.problem.ProblemException 413 when the body is longer, 400 when it is no such JSON */
    public static JsonNode read(InputStream body, int mostBytes) {
        return parse(bytes(body, mostBytes));
    }

    /** The same as a record; a field that it does not have is refused by its pointer. */
    public static <T> T read(InputStream body, int mostBytes, Class<T> type) {
        return as(read(body, mostBytes), type);
    }

    /** @throws org.putokaz.problem.ProblemException 400 with the pointer of what does not fit */
    public static <T> T as(JsonNode tree, Class<T> type) {
        try {
            return StrictJsonMapper.read(tree, type);
        } catch (StrictJsonMapper.Mismatch mismatch) {
            throw ProblemType.MALFORMED_REQUEST.with(mismatch.violation());
        }
    }

    public static byte[] bytes(InputStream body, int mostBytes) {
        try {
            byte[] bytes = body.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw ProblemType.CONTENT_TOO_LARGE.because("body-longer-than", mostBytes);
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw ProblemType.MALFORMED_REQUEST.because("body-broken-off");
        }
    }

    public static JsonNode parse(byte[] bytes) {
        JsonNode tree = tree(text(bytes));
        List<Violation> violations = new ArrayList<>();
        lookThrough(tree, "", violations);
        if (!violations.isEmpty()) {
            throw ProblemType.MALFORMED_REQUEST.with(violations);
        }
        return tree;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw ProblemType.MALFORMED_REQUEST.because("body-not-utf-8");
        }
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree.isMissingNode()) {
                throw ProblemType.MALFORMED_REQUEST.because("body-missing");
            }
            return tree;
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            throw ProblemType.MALFORMED_REQUEST.because(
                    "body-not-json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    private static void lookThrough(JsonNode node, String pointer, List<Violation> violations) {
        if (node.isTextual() && holdsForbidden(node.textValue())) {
            violations.add(Violation.at(pointer, "control-character"));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + escaped(member.getKey());
            if (holdsForbidden(member.getKey())) {
                violations.add(Violation.at(pointer, "control-character"));
            }
            lookThrough(member.getValue(), at, violations);
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            lookThrough(item, pointer + "/" + index++, violations);
        }
    }

    /** A name as a step of a JSON pointer (RFC 6901, section 3). */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean holdsForbidden(String text) {
        return text.codePoints()
                .anyMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\t'
                        || Character.getType(character) == Character.SURROGATE);
    }
}

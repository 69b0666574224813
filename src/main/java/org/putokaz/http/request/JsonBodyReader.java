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
 * Reader of JSON request bodies (RFC 8259; I-JSON, RFC 7493): UTF-8, no repeated key, nothing after the value, no
 * control characters and no lone surrogates in strings, bounded in size and depth. Each violation is a 400 or 413 with
 * a reason of its own.
 */
public final class JsonBodyReader {

    /** Enough for every body but content and packs. */
    public static final int MAX_SMALL_BODY_BYTES = 64 * 1024;

    /** More than any content needs. */
    private static final int MAX_NESTING_DEPTH = 40;

    private static final int MAX_NUMBER_LENGTH = 40;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBodyReader() {}

    /** @throws org.putokaz.problem.ProblemException 413 when the body is longer, 400 when it is not such JSON */
    public static JsonNode read(InputStream body, int maxBytes) {
        return parse(readBytes(body, maxBytes));
    }

    /** Reads the body as a record, as {@link #convert} does. */
    public static <T> T read(InputStream body, int maxBytes, Class<T> type) {
        return convert(read(body, maxBytes), type);
    }

    /**
     * @throws org.putokaz.problem.ProblemException 400 with the pointer of the first value that does not fit the record
     */
    public static <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return StrictJsonMapper.convert(tree, type);
        } catch (StrictJsonMapper.MismatchException mismatch) {
            throw ProblemType.MALFORMED_REQUEST.with(mismatch.violation());
        }
    }

    /** @throws org.putokaz.problem.ProblemException 413 when the body is longer, 400 when the client broke it off */
    public static byte[] readBytes(InputStream body, int maxBytes) {
        try {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw ProblemType.CONTENT_TOO_LARGE.because("body-longer-than", maxBytes);
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw ProblemType.MALFORMED_REQUEST.because("body-broken-off");
        }
    }

    /** @throws org.putokaz.problem.ProblemException 400 when the bytes are not such JSON */
    public static JsonNode parse(byte[] bytes) {
        JsonNode tree = tree(text(bytes));
        List<Violation> violations = new ArrayList<>();
        collectViolations(tree, "", violations);
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

    private static void collectViolations(JsonNode node, String pointer, List<Violation> violations) {
        if (node.isTextual() && containsForbidden(node.textValue())) {
            violations.add(Violation.at(pointer, "control-character"));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + pointerToken(member.getKey());
            if (containsForbidden(member.getKey())) {
                violations.add(Violation.at(pointer, "control-character"));
            }
            collectViolations(member.getValue(), at, violations);
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            collectViolations(item, pointer + "/" + index++, violations);
        }
    }

    /** A name as a reference token of a JSON pointer (RFC 6901, section 3). */
    public static String pointerToken(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean containsForbidden(String text) {
        return text.codePoints()
                .anyMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\t'
                        || Character.getType(character) == Character.SURROGATE);
    }
}

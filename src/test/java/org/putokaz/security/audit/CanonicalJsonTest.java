package org.putokaz.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.putokaz.common.Sha256;

/** Canonical JSON: the examples of RFC 8785, and the bytes that stored entries were hashed from. */
class CanonicalJsonTest {

    /** The example of RFC 8785, section 3.2.3. */
    @Test
    void namesAreInTheOrderOfTheirUtf16CodeUnits() {
        Map<String, String> names = new HashMap<>();
        names.put("\u20ac", "Euro Sign");
        names.put("\r", "Carriage Return");
        names.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        names.put("1", "One");
        names.put("\ud83d\ude00", "Emoji: Grinning Face");
        names.put("\u0080", "Control");
        names.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(names))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** The text of RFC 8785, section 3.2.2.2. */
    @Test
    void onlyWhatMustBeEscapedIs() {
        assertThat(CanonicalJson.write(Map.of("string", "\u20ac$\u000F\nA'B\"\\\\\"/")))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(CanonicalJson.write(Map.of("a", "\b\t\f\r\u0000\u001f\u007f")))
                .isEqualTo("{\"a\":\"\\b\\t\\f\\r\\u0000\\u001f\u007f\"}");
    }

    @Test
    void mapsNumbersAndNullsNest() {
        Map<String, Object> inner = new HashMap<>();
        inner.put("b", null);
        inner.put("a", -7);
        assertThat(CanonicalJson.write(Map.of("z", Map.of(), "n", inner, "l", 9_007_199_254_740_991L)))
                .isEqualTo("{\"l\":9007199254740991,\"n\":{\"a\":-7,\"b\":null},\"z\":{}}");
    }

    /** The digest is that of the implementation that wrote the first entries: they must verify for ever. */
    @Test
    void everyCodeUnitIsWrittenAsInTheFirstRelease() {
        Map<String, Object> object = new HashMap<>();
        for (int unit = 0; unit < 0x10000; unit++) {
            object.put("k" + (char) unit, "v" + (char) unit + (char) (0xFFFF - unit));
        }
        object.put("position", 9_007_199_254_740_991L);
        object.put("revision", -1);
        object.put("none", null);
        object.put("nested", Map.of("\ud83d\ude00", "\u2028"));

        assertThat(Sha256.hex(CanonicalJson.write(object).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("5ce4c83fb0c5a999cd94aed1948f1d15cdc5d1e118c4031b5f3e8799d79a46c1");
    }
}

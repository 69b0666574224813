package org.putokaz.http.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

class CursorCodecTest {

    private static final String QUERY = "UnitEntity?{kind=service}&name&sr-Latn";
    private static final String COLLATION = "79.1";
    private static final List<String> KEY = List.of("12", "ж \"quoted\"", "01a20a8f-f164-784f-8978-7991cf34943f");

    private final CursorCodec cursors = cursors("a secret of at least 16 bytes");
    private final String cursor = cursors.encode(new CursorCodec.Cursor(QUERY, COLLATION, KEY));

    private static CursorCodec cursors(String key) {
        return new CursorCodec(key.getBytes(StandardCharsets.UTF_8));
    }

    private String violationCode(String altered, String query, String collation) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> cursors.decode(altered, query, collation));
        assertThat(refused).as(altered).isNotNull();
        assertThat(refused.type()).isEqualTo(ProblemType.INVALID_CURSOR);
        assertThat(refused.violations().get(0).location()).isEqualTo("cursor");
        return refused.violations().get(0).reason().code();
    }

    @Test
    void whatWasWrittenIsRead() {
        assertThat(cursors.decode(cursor, QUERY, COLLATION)).isEqualTo(KEY);
    }

    @Test
    void aCursorNeedsNoEncodingInAUrl() {
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        assertThat(violationCode(cursor, QUERY + "!", COLLATION)).isEqualTo("cursor-of-another-query");
    }

    @Test
    void aCursorOfAnotherCollationHasExpired() {
        assertThat(violationCode(cursor, QUERY, "80.1")).isEqualTo("cursor-expired");
    }

    @Test
    void aCursorAuthenticatedWithAnotherKeyIsNotOurs() {
        String foreign = cursors("another secret of 16 bytes").encode(new CursorCodec.Cursor(QUERY, COLLATION, KEY));
        assertThat(violationCode(foreign, QUERY, COLLATION)).isEqualTo("cursor-not-ours");
    }

    @Test
    void noChangeOfAnyBitGoesUnnoticed() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String tampered = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(violationCode(tampered, QUERY, COLLATION)).isEqualTo("cursor-not-ours");
        }
    }

    @Test
    void noTruncationGoesUnnoticed() {
        for (int length = 0; length < cursor.length(); length++) {
            assertThat(violationCode(cursor.substring(0, length), QUERY, COLLATION))
                    .isEqualTo("cursor-not-ours");
        }
    }

    @Test
    void oneCursorHasOneSpelling() {
        assertThat(violationCode(cursor + "=", QUERY, COLLATION)).isEqualTo("cursor-not-ours");
        char last = cursor.charAt(cursor.length() - 1);
        // The last character holds bits that decode to nothing.
        for (char other : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            if (other != last) {
                String respelt = cursor.substring(0, cursor.length() - 1) + other;
                assertThat(violationCode(respelt, QUERY, COLLATION)).isEqualTo("cursor-not-ours");
            }
        }
    }

    @Test
    void randomBytesAreNotOurs() {
        Random random = new Random(7);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(violationCode(made, QUERY, COLLATION)).isEqualTo("cursor-not-ours");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not base64!", "%%%", "ž", "AAAA", "\0"})
    void textIsNotOurs(String text) {
        assertThat(violationCode(text, QUERY, COLLATION)).isEqualTo("cursor-not-ours");
    }

    @Test
    void anEndlessCursorIsNotRead() {
        assertThat(violationCode("A".repeat(3000), QUERY, COLLATION)).isEqualTo("cursor-not-ours");
    }
}

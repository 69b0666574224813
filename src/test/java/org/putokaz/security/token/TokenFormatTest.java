package org.putokaz.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.PutokazApplication;
import org.putokaz.fixture.Tokens;

/** Randomness, form and checksum of tokens. */
class TokenFormatTest {

    @Test
    void allTokensDifferAndAreWellFormed() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            tokens.add(TokenFormat.generate());
        }

        assertThat(tokens).hasSize(2000).allMatch(TokenFormat::isWellFormed).allMatch(token -> token.length() == 52);
    }

    @Test
    void everyDigitIsUsedEverywhere() {
        // 43 digits of base 62 hold a little more than 256 bits, so the first one never reaches the end of the
        // alphabet.
        for (int index = 4; index < 52; index++) {
            Set<Character> seen = new HashSet<>();
            for (int i = 0; i < 3000; i++) {
                seen.add(TokenFormat.generate().charAt(index));
            }
            assertThat(seen).as("index " + index).hasSizeGreaterThan(index == 46 ? 4 : 55);
        }
    }

    @Test
    void anySingleErrorIsDetected() {
        String token = TokenFormat.generate();
        for (int i = 3; i < token.length(); i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(TokenFormat.isWellFormed(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("error at " + i)
                    .isFalse();
        }
        for (int i = 3; i + 1 < token.length(); i++) {
            String swapped = token.substring(0, i) + token.charAt(i + 1) + token.charAt(i) + token.substring(i + 2);
            assertThat(swapped.equals(token) || !TokenFormat.isWellFormed(swapped))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pk_", "pk_short", "PK_ForTheTestsAlone0ThisAdminIsMadeUpEntirely12RLJPc"})
    void malformedTokensAreRecognised(String text) {
        assertThat(TokenFormat.isWellFormed(text)).isFalse();
    }

    /** Secret scanners compute the same: CRC-32 of all before it, in base 62 (digits, capitals, small letters). */
    @Test
    void theChecksumIsTheOneThatIsDocumented() {
        assertThat(TokenFormat.isWellFormed(Tokens.BOOTSTRAP)).isTrue();
        assertThat(TokenFormat.digest("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theCommandLinePrintsANewToken() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            PutokazApplication.main("new-token");
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .matches(TokenFormat::isWellFormed);
    }
}

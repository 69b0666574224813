package org.putokaz.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Form and checksum of feed tokens. */
class FeedTokenTest {

    private static final FeedToken TOKEN = new FeedToken(
            UUID.fromString("96647b92-93a4-4cdb-9f2a-9921fae16a01"),
            14,
            9,
            Instant.parse("2026-11-24T20:00:00.123Z"),
            Set.of("help-guides", "contact-channels"));

    @Test
    void anEncodedTokenIsParsed() {
        assertThat(FeedToken.parse(TOKEN.encode())).contains(TOKEN);
        FeedToken all = new FeedToken(TOKEN.feed(), Long.MAX_VALUE, 0, Instant.EPOCH, Set.of());
        assertThat(FeedToken.parse(all.encode())).contains(all);
    }

    /** Partners keep tokens for years, so every released form has to stay readable. */
    @Test
    void aTokenOfTheFirstReleaseIsParsed() {
        assertThat(
                        FeedToken.parse(
                                "AZZke5KTpEzbnyqZIfrhagEAAAAAAAAADgAAAAAAAAAJAAABog8kzntjb250YWN0LWNoYW5uZWxzLGhlbHAtZ3VpZGVzPPbNI-TH"))
                .contains(TOKEN);
    }

    @Test
    void everyErrorInATokenIsDetected() {
        String text = TOKEN.encode();
        for (int i = 0; i < text.length(); i++) {
            for (char other : new char[] {'A', 'b', '7', '-', '_', '=', 'ж'}) {
                String wrong = text.substring(0, i) + other + text.substring(i + 1);
                if (!wrong.equals(text)) {
                    assertThat(FeedToken.parse(wrong)).as(wrong).isEmpty();
                }
            }
            assertThat(FeedToken.parse(text.substring(0, i))).isEmpty();
            assertThat(FeedToken.parse(text.substring(i + 1))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "%",
                "\u0000"
            })
    void malformedTokensAreNotParsed(String text) {
        assertThat(FeedToken.parse(text)).isEmpty();
        assertThat(FeedToken.parse(text.repeat(1000))).isEmpty();
    }
}

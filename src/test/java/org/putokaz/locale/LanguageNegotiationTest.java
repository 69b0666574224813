package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.locale.Language.EN;
import static org.putokaz.locale.Language.SR_CYRL;
import static org.putokaz.locale.Language.SR_LATN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageNegotiationTest {

    private static final LanguagePolicy LANGUAGES =
            new LanguagePolicy(SR_CYRL, List.of(SR_CYRL, SR_LATN, EN), Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sr                            | sr-Cyrl
            sr-RS                         | sr-Cyrl
            SR-rs                         | sr-Cyrl
            sr-BA                         | sr-Cyrl
            srp                           | sr-Cyrl
            srp-Latn                      | sr-Latn
            sr-Cyrl                       | sr-Cyrl
            sr-Cyrl-RS                    | sr-Cyrl
            sr-Cyrl-ME                    | sr-Cyrl
            sr-Latn                       | sr-Latn
            sr-Latn-RS                    | sr-Latn
            sr-ME                         | sr-Latn
            sh                            | sr-Latn
            sh-RS                         | sr-Latn
            hr                            | sr-Latn
            hr-HR, en;q=0.5               | sr-Latn
            bs                            | sr-Latn
            bs-Latn-BA                    | sr-Latn
            bs-Cyrl                       | sr-Cyrl
            bs-Cyrl-BA                    | sr-Cyrl
            cnr                           | sr-Latn
            cnr-ME                        | sr-Latn
            en-US                         | en
            en-US,en;q=0.9                | en
            en-US-x-twain                 | en
            en-a-bbb                      | en
            de                            | sr-Cyrl
            de, en;q=0.1                  | en
            de;q=1, *;q=0.1               | sr-Cyrl
            *                             | sr-Cyrl
            mk, sr-Latn;q=0.7, en;q=0.8   | en
            en;q=0.001, sr-Latn;q=0.002   | sr-Latn
            en;q=0.5, sr-Latn;q=0.5       | en
            en ; q=0.1 , sr-Latn ;Q=0.9   | sr-Latn
            """)
    void theHeaderChoosesAnOfferedLanguage(String header, String language) {
        assertThat(LANGUAGES.negotiate(header)).isEqualTo(Language.of(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sr_RS                         | sr-Cyrl
            sr_RS_#Latn                   | sr-Latn
            sr_RS_#Cyrl                   | sr-Cyrl
            sr__#Latn                     | sr-Latn
            sr_ME_#Cyrl                   | sr-Cyrl
            sr_Latn_RS                    | sr-Latn
            sr_Latn-RS                    | sr-Latn
            SR_LATN_rs                    | sr-Latn
            sr_Latn                       | sr-Latn
            sr_ME                         | sr-Latn
            bs_BA_#Cyrl                   | sr-Cyrl
            hr_HR                         | sr-Latn
            srp_RS                        | sr-Cyrl
            en_US                         | en
            en_001                        | en
            en_US.UTF-8                   | en
            sr_RS.UTF-8@latin             | sr-Latn
            sr_RS@latin                   | sr-Latn
            sr_RS@euro                    | sr-Cyrl
            de_DE, sr_RS_#Latn;q=0.1      | sr-Latn
            en_US;q=0.5, sr_Latn_RS       | sr-Latn
            sr, sr_#Cyrl;q=0              | sr-Latn
            """)
    void theNameOfALocaleIsReadAsTheRangeItMeans(String header, String language) {
        assertThat(LANGUAGES.negotiate(header)).isEqualTo(Language.of(language));
        if (!header.contains(",")) {
            assertThat(LANGUAGES.find(header)).contains(Language.of(language));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en;q=0                        | sr-Cyrl
            en;q=0.000, en-GB;q=0.5       | sr-Cyrl
            sr-Cyrl;q=0                   | sr-Latn
            *, sr-Cyrl;q=0                | sr-Latn
            sr, sr-Cyrl;q=0               | sr-Latn
            sr-Cyrl, sr;q=0               | sr-Cyrl
            *;q=0                         | sr-Cyrl
            *;q=0, en                     | en
            sr-Cyrl;q=0, hr;q=0, en;q=0   | sr-Cyrl
            """)
    void whatIsRefusedIsNotGivenWhileThereIsAnythingElse(String header, String language) {
        assertThat(LANGUAGES.negotiate(header)).isEqualTo(Language.of(language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en;q=2",
                "en;q=1.001",
                "en;q=0.1234",
                "en;q=-1",
                "en;q=",
                "en;q",
                "en;",
                "en;level=1",
                "en;q=0.5;x=1",
                "en;q=,5",
                "en;q=.5",
                "en;q=٠.٥",
                "e n",
                "en_",
                "en_USA",
                "en_US_",
                "en_Latn_",
                "en_US_#",
                "en#Latn",
                "енглески",
                "-en",
                "en-",
                "en--US",
                "englishlanguage",
                "en\u0000"
            })
    void aMalformedPartIsIgnoredAndTheOthersCount(String part) {
        assertThat(LANGUAGES.negotiate(part)).isEqualTo(SR_CYRL);
        assertThat(LANGUAGES.negotiate(part + ", sr-Latn;q=0.1")).isEqualTo(SR_LATN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar                            | en
            fa, ar;q=0.8                  | en
            hu-HU                         | en
            sq                            | en
            zh-Hans-CN                    | en
            de                            | en
            mk                            | en
            ro, bg;q=0.9, tr;q=0.8        | en
            de, *;q=0.1                   | sr-Cyrl
            de, sr-Latn;q=0.1             | sr-Latn
            ar, en;q=0                    | sr-Cyrl
            ar, en;q=0, sr-Cyrl;q=0       | sr-Latn
            sr-Cyrl;q=0                   | sr-Latn
            *                             | sr-Cyrl
            e n                           | sr-Cyrl
            """)
    void whoAcceptsNoneOfTheOfferedGetsTheLanguageForThem(String header, String language) {
        LanguagePolicy policy = new LanguagePolicy(SR_CYRL, List.of(SR_CYRL, SR_LATN, EN), Map.of(), List.of(), EN);
        assertThat(policy.negotiate(header)).isEqualTo(Language.of(language));
        assertThat(policy.negotiate(null)).isEqualTo(SR_CYRL);
    }

    @Test
    void noHeaderMeansTheAuthoritativeLanguage() {
        assertThat(LANGUAGES.negotiate(null)).isEqualTo(SR_CYRL);
        assertThat(LANGUAGES.negotiate("")).isEqualTo(SR_CYRL);
        assertThat(LANGUAGES.negotiate(" ,, ")).isEqualTo(SR_CYRL);
    }

    @Test
    void serbianRulesApplyOnlyToOfferedLanguages() {
        LanguagePolicy english = new LanguagePolicy(EN, List.of(EN, SR_CYRL), Map.of());
        assertThat(english.negotiate("hr")).isEqualTo(EN);
        assertThat(english.negotiate("hr, sr;q=0.1")).isEqualTo(SR_CYRL);
    }

    @Test
    void aNeighbouringLanguageThatIsOfferedItselfIsGiven() {
        Language croatian = Language.of("hr");
        LanguagePolicy withCroatian = new LanguagePolicy(SR_CYRL, List.of(SR_CYRL, SR_LATN, croatian), Map.of());
        assertThat(withCroatian.negotiate("hr-HR")).isEqualTo(croatian);
        assertThat(withCroatian.negotiate("bs")).isEqualTo(SR_LATN);
    }

    @Test
    void whatFollowsTheLimitsIsIgnored() {
        assertThat(LANGUAGES.negotiate("de,".repeat(31) + "en")).isEqualTo(EN);
        assertThat(LANGUAGES.negotiate("de,".repeat(32) + "en")).isEqualTo(SR_CYRL);
        assertThat(LANGUAGES.negotiate("sr-Latn," + " ".repeat(1000) + "en")).isEqualTo(SR_LATN);
        assertThat(LANGUAGES.negotiate(" ".repeat(1000) + "en")).isEqualTo(SR_CYRL);
        assertThat(LANGUAGES.negotiate("x".repeat(996) + ",en-US")).isEqualTo(SR_CYRL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,", "0.", "en;q=0.", ";", "-", "a-", "aa-bbbbbbbb-", "*", "*;q=1,", " ", "\u0000", "q=", "ћ"})
    void aHostileHeaderIsAnsweredAtOnce(String part) {
        String header = part.repeat(16_384 / part.length());
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 1_000; i++) {
                assertThat(LANGUAGES.negotiate(header)).isEqualTo(SR_CYRL);
            }
        });
    }

    @Test
    void anyHeaderGetsAnOfferedLanguage() {
        Random random = new Random(20120702);
        String[] parts = {
            "en", "sr", "-", "_", "#", "@", "Latn", ",", ";", "q=", "0", "1", ".", "5", " ", "*", "x", "\t", "ж", "hr"
        };
        for (int i = 0; i < 50_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                header.append(parts[random.nextInt(parts.length)]);
            }
            assertThat(LANGUAGES.offers(LANGUAGES.negotiate(header.toString()))).isTrue();
        }
    }
}

package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.InvalidValueException;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "sr-cyrl, sr-Cyrl",
        "SR-LATN-rs, sr-Latn-RS",
        "EN, en",
        "en-gb, en-GB",
        "es-419, es-419",
        "cnr, cnr",
        "SL-ROZAJ-BISKE-1994, sl-rozaj-biske-1994",
        "de-latn-de-1996, de-Latn-DE-1996",
    })
    void aTagIsWrittenInCanonicalCase(String given, String canonical) {
        assertThat(Language.of(given).tag()).isEqualTo(canonical);
        assertThat(Language.of(given)).isEqualTo(Language.of(canonical)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "s",
                "serbian",
                "sr_Cyrl",
                "sr-",
                "-sr",
                "sr--Cyrl",
                "sr-Cyrl-",
                "*",
                "ср",
                "sr-Cyrl-RS-Latn",
                "en-u-kn",
                "x-putokaz",
                "i-klingon",
                "sr\n",
                "de-1996x6789",
                "ſr",
                "sl-rozaj-rozaj-rozaj-rozaj-rozaj-rozaj"
            })
    void whatIsNoLanguageTagIsRefused(String tag) {
        assertThatThrownBy(() -> Language.of(tag))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("invalid-language-tag"));
    }

    @Test
    void aRefusalQuotesNoMoreThanATagCouldBeLong() {
        assertThatThrownBy(() -> Language.of("a-".repeat(100_000)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(
                                        (String) refused.reason().arguments().get(0))
                                .hasSize(35));
    }

    @Test
    void languagesSortByTheirTags() {
        assertThat(new TreeSet<>(List.of(Language.SR_LATN, Language.EN, Language.SR_CYRL)))
                .containsExactly(Language.EN, Language.SR_CYRL, Language.SR_LATN);
    }

    @Test
    void jsonHasTheTagAsAValueAndAsAKey() throws Exception {
        ObjectMapper json = new ObjectMapper();
        Map<Language, List<Language>> chains = Map.of(Language.EN, List.of(Language.SR_LATN, Language.SR_CYRL));
        String written = json.writeValueAsString(chains);
        assertThat(written).isEqualTo("{\"en\":[\"sr-Latn\",\"sr-Cyrl\"]}");
        assertThat(json.readValue(written, new TypeReference<Map<Language, List<Language>>>() {}))
                .isEqualTo(chains);
    }
}

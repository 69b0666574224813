package org.putokaz.live.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.live.ContentJson;
import org.putokaz.live.OutdatedTexts;

/** A translation is outdated when the original changed and it did not, until it changes or is confirmed. */
class TranslationComparerTest {

    private static final OutdatedTexts BODY = new OutdatedTexts(Map.of("en", List.of("/body")));

    private static JsonNode json(String text) {
        return ContentJson.parse(text.replace('\'', '"'));
    }

    private static JsonNode body(String original, String english) {
        return json("{'body': {'sr-Cyrl': '" + original + "', 'en': '" + english + "'}, 'rank': 1}");
    }

    private static OutdatedTexts compare(JsonNode before, OutdatedTexts outdated, JsonNode after, String... confirmed) {
        return new TranslationComparer("sr-Cyrl", Set.of(confirmed)).compare(before, outdated, after);
    }

    @ParameterizedTest
    @CsvSource({
        // original, translation, outdated before, outdated after
        "а, a, false, false",
        "б, a, false, true",
        "б, b, false, false",
        "а, b, false, false",
        "а, a, true, true",
        "б, a, true, true",
        "б, b, true, false",
        "а, b, true, false"
    })
    void onlyAChangeOfTheTranslationMakesItCurrentAgain(
            String original, String english, boolean before, boolean after) {
        OutdatedTexts outdated = compare(body("а", "a"), before ? BODY : OutdatedTexts.NONE, body(original, english));

        assertThat(outdated).isEqualTo(after ? BODY : OutdatedTexts.NONE);
    }

    @Test
    void aConfirmedLanguageIsCurrent() {
        assertThat(compare(body("а", "a"), BODY, body("б", "a"), "en")).isEqualTo(OutdatedTexts.NONE);
        assertThat(compare(body("а", "a"), OutdatedTexts.NONE, body("б", "a"), "de"))
                .isEqualTo(BODY);
    }

    @Test
    void aFirstStateHasNoOutdatedText() {
        assertThat(compare(null, OutdatedTexts.NONE, body("а", "a"))).isEqualTo(OutdatedTexts.NONE);
    }

    @Test
    void aNewTextIsCurrent() {
        assertThat(compare(json("{'rank': 1}"), OutdatedTexts.NONE, body("а", "a")))
                .isEqualTo(OutdatedTexts.NONE);
    }

    @Test
    void everyLanguageAndEveryPlaceIsCompared() {
        JsonNode before =
                json("{'a': {'sr-Cyrl': '1', 'en': '1', 'de': '1'}, 'b': [{'t': {'sr-Cyrl': '1', 'en': '1'}}]}");
        JsonNode after =
                json("{'a': {'sr-Cyrl': '2', 'en': '1', 'de': '2'}, 'b': [{'t': {'sr-Cyrl': '2', 'en': '1'}}]}");

        assertThat(compare(before, OutdatedTexts.NONE, after).byLanguage())
                .isEqualTo(Map.of("en", List.of("/a", "/b/0/t")));
    }

    @Test
    void anItemThatMovesIsComparedWithItself() {
        String first = "{'id': 'x', 't': {'sr-Cyrl': '1', 'en': '1'}}";
        String second = "{'id': 'y', 't': {'sr-Cyrl': '2', 'en': '2'}}";
        String changed = "{'id': 'x', 't': {'sr-Cyrl': '3', 'en': '1'}}";
        JsonNode before = json("{'steps': [" + first + "," + second + "]}");

        assertThat(compare(before, OutdatedTexts.NONE, json("{'steps': [" + second + "," + first + "]}")))
                .isEqualTo(OutdatedTexts.NONE);
        OutdatedTexts moved = compare(before, OutdatedTexts.NONE, json("{'steps': [" + second + "," + changed + "]}"));
        assertThat(moved.byLanguage()).isEqualTo(Map.of("en", List.of("/steps/1/t")));
        assertThat(compare(
                                json("{'steps': [" + second + "," + changed + "]}"),
                                moved,
                                json("{'steps': [" + changed + "," + second + "]}"))
                        .byLanguage())
                .isEqualTo(Map.of("en", List.of("/steps/0/t")));
    }

    @Test
    void whatIsStoredIsReadAgain() {
        assertThat(OutdatedTexts.read(BODY.store())).isEqualTo(BODY);
        assertThat(OutdatedTexts.NONE.store()).isNull();
        assertThat(OutdatedTexts.read(null)).isEqualTo(OutdatedTexts.NONE);
    }

    @Test
    void aTextThatIsNotThereIsMissing() {
        TranslationComparer comparer = new TranslationComparer("sr-Cyrl", Set.of());

        assertThat(comparer.isMissing(body("а", "a"), "en")).isFalse();
        assertThat(comparer.isMissing(json("{'a': {'sr-Cyrl': '1', 'en': '1'}, 'b': {'sr-Cyrl': '1'}}"), "en"))
                .isTrue();
        assertThat(comparer.isMissing(json("{'rank': 1}"), "en")).isFalse();
    }
}

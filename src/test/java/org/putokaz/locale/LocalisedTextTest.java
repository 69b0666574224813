package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.problem.InvalidValueException;

class LocalisedTextTest {

    private static final LocalisedText TITLE =
            LocalisedText.of(Language.SR_CYRL, "Центар").with(Language.EN, "Centre");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void jsonIsAnObjectOfTagsInOneOrderWhateverWasWrittenFirst() throws Exception {
        String expected = "{\"en\":\"Centre\",\"sr-Cyrl\":\"Центар\"}";
        assertThat(json.writeValueAsString(TITLE)).isEqualTo(expected);
        assertThat(json.readValue(expected, LocalisedText.class))
                .isEqualTo(TITLE)
                .hasSameHashCodeAs(TITLE);
        assertThat(json.readValue("{\"SR-cyrl\":\"Центар\",\"EN\":\"Centre\"}", LocalisedText.class))
                .isEqualTo(TITLE);
    }

    @Test
    void anEmptyTextIsAnEmptyObject() throws Exception {
        assertThat(json.writeValueAsString(LocalisedText.EMPTY)).isEqualTo("{}");
        assertThat(json.readValue("{}", LocalisedText.class)).isEqualTo(LocalisedText.EMPTY);
        assertThat(LocalisedText.EMPTY.isEmpty()).isTrue();
        assertThat(TITLE.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            {"en": " "}                       | blank-translation
            {"en": null}                      | blank-translation
            {"english": "a"}                  | invalid-language-tag
            {"sr-Cyrl": "а", "sr-cyrl": "б"}  | repeated-language
            """)
    void jsonThatIsNoLocalisedTextIsRefusedWithItsReason(String text, String code) {
        assertThatThrownBy(() -> json.readValue(text, LocalisedText.class))
                .rootCause()
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(code));
    }

    @Test
    void aBlankTextIsRefusedFromCodeAsWell() {
        assertThatThrownBy(() -> TITLE.with(Language.SR_LATN, "\n")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aTextNeverChanges() {
        Map<Language, String> source = new HashMap<>(Map.of(Language.EN, "Centre"));
        LocalisedText text = new LocalisedText(source);
        source.clear();
        text.with(Language.SR_LATN, "Centar");
        assertThat(text.languages()).containsExactly(Language.EN);
        assertThatThrownBy(() -> text.texts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void eachLanguageGivesItsTextOrNone() {
        assertThat(TITLE.get(Language.EN)).contains("Centre");
        assertThat(TITLE.get(Language.SR_LATN)).isEmpty();
        assertThat(TITLE.with(Language.EN, "Center").get(Language.EN)).contains("Center");
    }
}

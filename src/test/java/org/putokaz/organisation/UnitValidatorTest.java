package org.putokaz.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** Rules for the content of an organisational unit, and what is suspicious in it. */
class UnitValidatorTest {

    private static final LanguagePolicy LANGUAGES = new LanguagePolicy(
            Language.SR_CYRL,
            List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN),
            Map.of(),
            List.of(Language.SR_CYRL),
            Language.EN);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static UnitContent unit(String more) {
        String json = "{'name': {'sr-Cyrl': 'Служба'}, 'kind': 'service', " + more + "}";
        return ContentJson.read(json.replace('\'', '"'), UnitContent.class);
    }

    private static UnitContent named(String dates, String more) {
        return unit("'formerNames': [{'name': {'sr-Cyrl': 'Завод'}, " + dates + "}]" + more);
    }

    private static List<String> describe(ContentViolations found) {
        return found.violations().stream()
                .map(violation -> violation.location() + " " + violation.reason().code() + " "
                        + violation.reason().arguments())
                .toList();
    }

    private static List<String> violations(UnitContent unit) {
        ContentViolations violations = new ContentViolations(LANGUAGES);
        UnitValidator.validate(unit, violations);
        return describe(violations);
    }

    private static List<String> warnings(UnitContent unit) {
        ContentViolations warnings = new ContentViolations(LANGUAGES);
        UnitWarnings.find(unit, "RS", TODAY, warnings);
        return describe(warnings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'from': '1990'",
                "'until': '[..2012-04-12]'",
                "'from': '1990', 'until': '1990'",
                "'from': '1990-05', 'until': '1990'",
                "'from': '1990~', 'until': '199X'",
                "'from': '1990/..', 'until': '2004?'"
            })
    void aFormerNameHasDatesOfAnyPrecision(String dates) {
        assertThat(violations(named(dates, ", 'dissolved': '2012'"))).isEmpty();
        assertThat(warnings(named(dates, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'from': '1991', 'until': '1990'       | /formerNames/0/until to-before-from []
            'from': '1990-06', 'until': '1990-05' | /formerNames/0/until to-before-from []
            'from': '2013'                        | /formerNames/0/from name-after-dissolution [2013, 2012]
            'until': '2013-01-01'                 | /formerNames/0/until name-after-dissolution [2013-01-01, 2012]
            """, quoteCharacter = '^')
    void aFormerNameThatCannotHaveBeenIsRefused(String dates, String violation) {
        assertThat(violations(named(dates, ", 'dissolved': '2012'"))).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {}                                            | /formerNames/0/name required []
            {'name': {'en': 'Institute'}}                 | /formerNames/0/name language-missing [sr-Cyrl]
            {'name': {'sr-Cyrl': '1990'}}                 | /formerNames/0/name/sr-Cyrl no-letter []
            """)
    void aFormerNameNeedsAName(String former, String violation) {
        assertThat(violations(unit("'formerNames': [" + former + "]"))).containsExactly(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "until"})
    void aFormerNameThatIsStillToComeIsWarnedOf(String field) {
        assertThat(warnings(named("'" + field + "': '2062'", "")))
                .containsExactly("/formerNames/0/" + field + " day-to-come [2062-01-01]");
        assertThat(warnings(named("'" + field + "': '2026'", ""))).isEmpty();
    }

    @Test
    void formerNamesMayOverlap() {
        assertThat(violations(unit("'formerNames': [{'name': {'sr-Cyrl': 'Завод'}, 'from': '1990', 'until': '2000'},"
                        + " {'name': {'sr-Cyrl': 'Дом'}, 'from': '1995', 'until': '2005'}]")))
                .isEmpty();
    }
}

package org.putokaz.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.area.ServedArea;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.organisation.service.ServiceContent;
import org.putokaz.organisation.service.ServiceListParameters;

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
                .map(violation -> violation.location() + " "
                        + violation.reason().code() + " " + violation.reason().arguments())
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            44.8, 20.4 |                |
            45.2, 19.8 |                |
            20.4, 44.8 |                | /location location-outside-country [20.4, 44.8, RS]
            0, 0       |                | /location location-outside-country [0.0, 0.0, RS]
            43.8, 18.4 |                | /location location-outside-country [43.8, 18.4, RS]
            43.8, 18.4 | 'country': 'BA' |
            44.8, 20.4 | 'country': 'BA' | /location location-outside-country [44.8, 20.4, BA]
            44.8, 20.4 | 'country': 'JP' |
            """)
    void coordinatesAreInTheirCountry(String point, String country, String warning) {
        String[] numbers = point.split(", ");
        String location = "'location': {'latitude': " + numbers[0] + ", 'longitude': " + numbers[1] + "}";
        String address = country == null ? "" : ", 'address': {" + country + "}";

        assertThat(warnings(unit(location + address))).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @ParameterizedTest
    @CsvSource({
        "0201, 201",
        "1012, 1012",
        "1799-12-31, 1799",
        "17XX, 1799",
        "1800,",
        "1812-05,",
        "2004~,",
        "[..2012-04-12],",
        "1750/..,"
    })
    void aYearOfTwoCenturiesAgoIsWarnedOf(String established, String year) {
        assertThat(warnings(unit("'established': '" + established + "'")))
                .isEqualTo(year == null ? List.of() : List.of("/established year-perhaps-mistyped [" + year + "]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | rs-municipality 70181                     | /areaServed area-of-confidential-unit []
            true  | rs-municipality 70181;rs-municipality 70190 |
            true  | abroad abroad;rs-municipality 70181       | /areaServed area-of-confidential-unit []
            true  | rs-district RS-06                         |
            false | rs-municipality 70181                     |
            false | rs-municipality 70181;rs-district RS-00   | /areaServed/0 area-within-another [70181, RS-00]
            """)
    void aMunicipalityAloneTellsTheTownOfAConfidentialUnit(boolean confidential, String areas, String warning) {
        String list = Arrays.stream(areas.split(";"))
                .map(area -> "{'scheme': '" + area.replace(" ", "', 'code': '") + "'}")
                .collect(Collectors.joining(", "));
        UnitContent unit = unit("'confidentialLocation': " + confidential + ", 'areaServed': [" + list + "]");
        ContentViolations warnings = new ContentViolations(LANGUAGES);
        UnitWarnings.find(unit, "RS", TODAY, warnings);
        ServedArea.findWarnings("/areaServed", unit.areaServed(), warnings);

        assertThat(describe(warnings)).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void aCountryIsNoLanguage() {
        assertThat(warnings(unit("'languages': ['sr-Cyrl', 'rs']")))
                .containsExactly("/languages/1 language-not-known [rs]");
    }

    private static UnitContent identified(String scheme, String value) {
        return unit("'identifiers': [{'scheme': '" + scheme + "', 'value': '" + value + "'}]");
    }

    @ParameterizedTest
    @CsvSource({
        "rs-mb, 17162543",
        "rs-mb, 07012345",
        "rs-pib, 101134702",
        "rs-pib, 104052135",
        "rs-pib, 100002887",
        "rs-pib, 103920327",
        "ba-jib, 4200000000000",
        "isil, RS-0110",
        "x, Рег. бр. 5/2012"
    })
    void anIdentifierIsInTheFormOfItsRegister(String scheme, String value) {
        assertThat(violations(identified(scheme, value))).isEmpty();
        assertThat(warnings(identified(scheme, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            rs-mb   | 1716254      | value identifier-not-digits [1716254, rs-mb, 8]
            rs-mb   | 171625430    | value identifier-not-digits [171625430, rs-mb, 8]
            rs-mb   | 1716254О     | value identifier-not-digits [1716254О, rs-mb, 8]
            rs-mb   | ١٧١٦٢٥٤٣     | value identifier-not-digits [١٧١٦٢٥٤٣, rs-mb, 8]
            rs-pib  | 101 134 702  | value identifier-not-digits [101 134 702, rs-pib, 9]
            rs-pib  | RS101134702  | value identifier-not-digits [RS101134702, rs-pib, 9]
            rs-pib  | 101134703    | value identifier-check-digit [101134703]
            rs-pib  | 101134072    | value identifier-check-digit [101134072]
            RS-PIB  | 101134702    | scheme not-a-scheme [30]
            rs_pib  | 101134702    | scheme not-a-scheme [30]
            пиб     | 101134702    | scheme not-a-scheme [30]
            rs-     | 101134702    | scheme not-a-scheme [30]
            isil    | ^ RS-0110^   | value not-an-identifier [50]
            isil    | ^RS-0110 ^   | value not-an-identifier [50]
            isil    | ^^           | value not-an-identifier [50]
            isil    | RS\\n0110     | value not-an-identifier [50]
            isil    | RS\\u200B0110 | value not-an-identifier [50]
            isil    | 012345678901234567890123456789012345678901234567890 | value not-an-identifier [50]
            """)
    void anIdentifierInAnotherFormIsRefused(String scheme, String value, String violation) {
        assertThat(violations(identified(scheme, value))).containsExactly("/identifiers/0/" + violation);
    }

    @Test
    void aSchemeIsThereOnce() {
        assertThat(violations(
                        unit("'identifiers': [{'scheme': 'isil', 'value': 'A'}, {'scheme': 'isil', 'value': 'B'}]")))
                .containsExactly("/identifiers/1/scheme scheme-repeated [isil]");
        assertThat(violations(unit("'identifiers': [{}]")))
                .containsExactly("/identifiers/0/scheme required []", "/identifiers/0/value required []");
    }

    @Test
    void anIdentifierOfAConfidentialUnitIsWarnedOf() {
        String identifier = "'identifiers': [{'scheme': 'rs-mb', 'value': '17162543'}]";
        assertThat(warnings(unit("'confidentialLocation': true, " + identifier)))
                .containsExactly("/identifiers identifier-of-confidential-unit []");
        assertThat(warnings(unit("'confidentialLocation': true"))).isEmpty();
    }

    @Test
    void formerNamesMayOverlap() {
        assertThat(violations(unit("'formerNames': [{'name': {'sr-Cyrl': 'Завод'}, 'from': '1990', 'until': '2000'},"
                        + " {'name': {'sr-Cyrl': 'Дом'}, 'from': '1995', 'until': '2005'}]")))
                .isEmpty();
    }

    private static final String SERVICE_ID = "01a20a90-2c1e-7b4f-8a3d-5e6f70819203";
    private static final String OTHER_ID = "01a20a90-2c1e-7b4f-8a3d-5e6f70819204";

    /** A unit with the same service as often as there are texts, in each of which these fields are added or replaced. */
    private static UnitContent offering(String... services) {
        return unit(Arrays.stream(services)
                .map(more -> "{'id': '" + SERVICE_ID + "', 'slug': 'pomoc', 'name': {'sr-Cyrl': 'Помоћ'}" + more + "}")
                .collect(Collectors.joining(", ", "'services': [", "]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'id': null                                                | /id required []
            'slug': null                                              | /slug required []
            'slug': 'Помоћ'                                           | /slug not-a-slug [100]
            'slug': 'tree'                                            | /slug slug-reserved []
            'name': null                                              | /name required []
            'name': {'sr-Cyrl': '123'}                                | /name/sr-Cyrl no-letter []
            'description': {'sr-Cyrl': '<b>а</b>'}                    | /description/sr-Cyrl raw-html [<b>]
            'eligibility': {'sr-Cyrl': '[а](javascript:b)'}           | /eligibility/sr-Cyrl link-not-allowed [javascript:b]
            'cost': {'sr-Cyrl': '![а](https://example.rs/a)'}         | /cost/sr-Cyrl image-in-prose []
            'cost': {'en': 'Free of charge'}                          | /cost language-missing [sr-Cyrl]
            'requiredDocuments': [{'sr-Cyrl': 'А'}, {'sr-Cyrl': '1'}] | /requiredDocuments/1/sr-Cyrl no-letter []
            'areaServed': [{'scheme': 'rs-district', 'code': '06'}]   | /areaServed/0/code area-code-not-known [06, rs-district]
            'audiences': ['child', 'child']                           | /audiences repeated []
            'channels': ['01a20a90-1c5c-74a9-9b9a-d0da3d649a85', '01a20a90-1c5c-74a9-9b9a-d0da3d649a85'] | /channels repeated []
            """)
    void aServiceHasARuleForEachField(String field, String violation) {
        assertThat(violations(offering(", " + field)))
                .filteredOn(found -> !found.contains("raw-html") || !found.contains("</b>"))
                .containsExactly("/services/0" + violation);
    }

    @Test
    void aServiceWithEveryFieldIsRight() {
        assertThat(violations(offering("""
                        , 'description': {'sr-Cyrl': 'Саветујемо **бесплатно**.'}, 'eligibility': {'sr-Cyrl': 'Свака жртва.'},
                        'cost': {'sr-Cyrl': 'Ништа.'}, 'requiredDocuments': [{'sr-Cyrl': 'Лична карта, ако је имате'}],
                        'areaServed': [{'scheme': 'rs-district', 'code': 'RS-06'}, {'name': {'sr-Cyrl': 'Долина'}}],
                        'audiences': ['child', 'public'], 'channels': ['01a20a90-1c5c-74a9-9b9a-d0da3d649a85']"""))).isEmpty();
    }

    @Test
    void noTwoServicesOfAUnitHaveOneIdOrOneSlug() {
        assertThat(violations(offering("", ", 'id': '" + OTHER_ID + "'")))
                .containsExactly("/services/1/slug repeated []");
        assertThat(violations(offering("", ", 'slug': 'druga'"))).containsExactly("/services/1/id repeated []");
        assertThat(violations(offering("", ", 'slug': 'druga', 'id': '" + OTHER_ID + "'")))
                .isEmpty();
    }

    @Test
    void aUnitHasAtMostFiftyServicesOfTwentyDocuments() {
        String[] fifty = IntStream.range(10, 60)
                .mapToObj(i -> ", 'slug': 'a" + i + "', 'id': '" + SERVICE_ID.replace("9203", "92" + i) + "'")
                .toArray(String[]::new);
        assertThat(violations(offering(fifty))).isEmpty();
        String[] more = Arrays.copyOf(fifty, 51);
        more[50] = "";
        assertThat(violations(offering(more))).containsExactly("/services too-many [50]");

        String twenty = Collections.nCopies(20, "{'sr-Cyrl': 'А'}").toString();
        assertThat(violations(offering(", 'requiredDocuments': " + twenty))).isEmpty();
        assertThat(violations(offering(", 'requiredDocuments': " + twenty.replaceFirst("\\[", "[{'sr-Cyrl': 'Б'}, "))))
                .containsExactly("/services/0/requiredDocuments too-many [20]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            true  | {'scheme': 'rs-municipality', 'code': '70181'} | /services/0/areaServed area-of-confidential-unit []
            true  | {'scheme': 'rs-district', 'code': 'RS-06'}     |
            false | {'scheme': 'rs-municipality', 'code': '70181'} |
            false | {'scheme': 'rs-district', 'code': 'RS-06'}, {'scheme': 'iso-3166-1', 'code': 'RS'} | /services/0/areaServed/0 area-within-another [RS-06, RS]
            """)
    void theAreaOfAServiceIsLookedAtAsThatOfTheUnit(boolean confidential, String areas, String warning) {
        UnitContent unit =
                unit("'confidentialLocation': " + confidential + ", 'services': [{'areaServed': [" + areas + "]}]");

        assertThat(warnings(unit)).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void aUnitWithoutServicesIsStoredAsBefore() {
        assertThat(ContentJson.write(unit("'sortOrder': 1"))).doesNotContain("services");
    }

    @ParameterizedTest
    @CsvSource({
        "child, , abc",
        "witness, , bc",
        ", rs-district:RS-06, ab",
        ", rs-municipality:89010, ab",
        ", rs-district:RS-05, bc",
        ", iso-3166-1:RS, abc",
        "man, rs-district:RS-05, bc",
        ", , abc"
    })
    void servicesAreFilteredByAudienceAndArea(String audience, String area, String found) {
        List<ServiceContent> services = unit("""
                'services': [
                  {'slug': 'a', 'audiences': ['child', 'parent'], 'areaServed': [{'scheme': 'rs-district', 'code': 'RS-06'}]},
                  {'slug': 'b', 'audiences': ['public'], 'areaServed': [{'name': {'sr-Cyrl': 'Долина'}}]},
                  {'slug': 'c'}]""").services();
        List<ServedArea> areasOfUnit = unit("'areaServed': [{'scheme': 'rs-district', 'code': 'RS-05'}]")
                .areaServed();

        assertThat(services.stream()
                        .filter(new ServiceListParameters(audience, area, null).toFilter(areasOfUnit))
                        .map(ServiceContent::slug)
                        .collect(Collectors.joining()))
                .isEqualTo(found);
    }
}

package org.putokaz.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.sync.ParsedSnapshot;

/** Services of organisational units: their addresses, languages, filters and channels. */
@DatabaseTest
class UnitServicesTest {

    private static final String HERE = "/api/v1/organisational-units/";

    @Inject
    ScratchEntries scratch;

    @Inject
    Publishing publishing;

    private UUID unit;
    private String slug;
    private UUID first;
    private UUID second;

    @BeforeEach
    void publishTwoServices() {
        unit = Publishing.newId();
        first = Publishing.newId();
        second = Publishing.newId();
        slug = ScratchEntries.slug("jedinica");
        publish(slug, advice(), ScratchEntries.service(second, "smestaj", "'name': {'sr-Cyrl': 'Смештај'}"));
    }

    @AfterEach
    void clear() {
        SettableClock.run();
        scratch.withdrawAll();
    }

    private String advice(UUID... channels) {
        List<String> ids = List.of(channels).stream().map(id -> "'" + id + "'").toList();
        return ScratchEntries.service(first, "saveti", ScratchEntries.SERVICE_FIELDS, "'channels': " + ids);
    }

    private void publish(String unitSlug, String... services) {
        scratch.publish(ScratchEntries.UNITS, unit, unitSlug, offering(services));
    }

    private static String offering(String... services) {
        return ScratchEntries.unit("'services': [" + String.join(", ", services) + "]");
    }

    private UUID phone(String number, String... more) {
        return scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("kanal"),
                ScratchEntries.channel(unit, "phone", number, more));
    }

    private static Response at(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(HERE + path);
    }

    private Response get(Object service) {
        return at(slug + "/services/" + service);
    }

    private List<String> slugs(String query) {
        return at(slug + "/services?" + query).jsonPath().getList("data.slug", String.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sr-Cyrl | Правна помоћ | Љубазно *саветујемо*. | Свако. | Лична карта    | Јужнобачки округ     | Долина
            sr-Latn | Pravna pomoć | Ljubazno *savetujemo*. | Svako. | Lična karta   | Južnobački okrug     | Dolina
            en      | Pravna pomoć | Advice.               | Svako. | Identity card  | South Bačka District | Dolina
            """)
    void aServiceReadsInEachLanguage(
            String language,
            String name,
            String description,
            String eligibility,
            String document,
            String district,
            String valley) {
        String lang = "?lang=" + language;
        JsonPath one = get("saveti" + lang).jsonPath();
        JsonPath list = at(slug + "/services" + lang).jsonPath();
        JsonPath whole = at(slug + lang).jsonPath();
        for (Map<String, Object> service :
                List.<Map<String, Object>>of(one.getMap(""), list.getMap("data[0]"), whole.getMap("services[0]"))) {
            assertThat(service)
                    .containsEntry("id", first.toString())
                    .containsEntry("slug", "saveti")
                    .containsEntry("name", name)
                    .containsEntry("description", description)
                    .containsEntry("eligibility", eligibility)
                    .containsEntry("requiredDocuments", List.of(document))
                    .containsEntry("audiences", List.of("child", "witness"));
        }
        assertThat(one.getList("areaServed.name")).containsExactly(district, valley);
        assertThat(one.getString("unit")).isEqualTo(unit.toString());
        assertThat(one.getString("links.self")).isEqualTo(HERE + slug + "/services/saveti");
        assertThat(one.getString("links.unit")).isEqualTo(HERE + slug);
        assertThat(whole.getString("services[1].links.self")).isEqualTo(HERE + slug + "/services/smestaj");
        boolean fallback = language.equals("en");
        assertThat(one.getString("localisation.fallbacks.'/name'")).isEqualTo(fallback ? "sr-Latn" : null);
        assertThat(whole.getString("localisation.fallbacks.'/services/0/name'")).isEqualTo(fallback ? "sr-Latn" : null);
    }

    @Test
    void aServiceWithoutOptionalFieldsHasNone() {
        JsonPath service = get(second).jsonPath();
        for (String text : List.of("description", "eligibility", "cost")) {
            assertThat(service.getString(text)).isNull();
        }
        for (String list : List.of("requiredDocuments", "areaServed", "audiences", "channels")) {
            assertThat(service.getList(list)).isEmpty();
        }
        assertThat(at(Center.CENTER).jsonPath().getList("services")).isEmpty();
        assertThat(at(Center.CENTER + "/services").jsonPath().getList("data")).isEmpty();
    }

    @Test
    void renamedServicesRedirectAndRemovedOnesAreGone() {
        publish(slug, ScratchEntries.service(second, "smestaj"), ScratchEntries.service(first, "novi"));
        assertThat(slugs("lang=en")).containsExactly("smestaj", "novi");
        Response moved = get("saveti?lang=en&include=channels");
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.header("Location")).endsWith(HERE + slug + "/services/novi?lang=en&include=channels");

        String next = ScratchEntries.slug("nova-jedinica");
        publish(next, ScratchEntries.service(second, "smestaj"));
        assertThat(get("smestaj").header("Location")).endsWith(HERE + next + "/services/smestaj");
        for (Object gone : List.of("saveti", "novi", first)) {
            Response answer = at(next + "/services/" + gone + "?lang=en");
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.jsonPath().getString("detail")).isEqualTo("The unit no longer has this service.");
        }
        assertThat(at(next + "/services/nema").statusCode()).isEqualTo(404);
        assertThat(at(Center.CENTER + "/services/" + second).statusCode()).isEqualTo(404);
        assertThat(at("tree/services").statusCode()).isEqualTo(404);
    }

    @Test
    void aServiceKeepsItsIdAndItsSlugs() {
        UUID other = Publishing.newId();
        assertThat(scratch.violationsOf(scratch.change(
                                ScratchEntries.UNITS,
                                other,
                                ScratchEntries.slug("druga"),
                                offering(ScratchEntries.service(first, "saveti"))))
                        .get(other))
                .containsExactly("/services/0/id id-taken");
        publish(slug, ScratchEntries.service(first, "novi"));
        assertThat(scratch.violationsOf(scratch.change(
                                ScratchEntries.UNITS,
                                unit,
                                slug,
                                offering(
                                        ScratchEntries.service(first, "novi"),
                                        ScratchEntries.service(Publishing.newId(), "saveti"))))
                        .get(unit))
                .containsExactly("/services/1/slug slug-taken");
    }

    @ParameterizedTest
    @CsvSource({
        "audience=child, saveti smestaj",
        "audience=man, smestaj",
        "areaServed=rs-district:RS-06, saveti smestaj",
        "areaServed=rs-district:RS-05, smestaj",
        "audience=child&areaServed=rs-district:RS-05, smestaj"
    })
    void theListIsFiltered(String query, String found) {
        assertThat(String.join(" ", slugs(query))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"audience=everybody, audience", "areaServed=x, areaServed", "include=unit, include", "sort=name, sort"})
    void aWrongParameterIsRefused(String query, String parameter) {
        Response refused = at(slug + "/services?" + query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("violations[0].parameter")).isEqualTo(parameter);
    }

    /** In the unit, in the list and in the service, with what they include. */
    private void assertChannels(UUID... channels) {
        List<String> expected = List.of(channels).stream().map(UUID::toString).toList();
        assertThat(at(slug).jsonPath().getList("services[0].channels")).isEqualTo(expected);
        assertThat(at(slug + "/services").jsonPath().getList("data[0].channels"))
                .isEqualTo(expected);
        assertThat(get("saveti").jsonPath().getList("channels")).isEqualTo(expected);
        for (String path : List.of(
                slug + "?include=serviceChannels",
                slug + "/services?include=channels",
                slug + "/services/saveti?include=channels")) {
            List<String> included = at(path).jsonPath().getList("included.'contact-channels'.id");
            assertThat(included == null ? List.of() : included).as(path).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aWithdrawnChannelIsReplacedOrLeftOut() {
        UUID stays = phone("011 123 4567");
        UUID gone = phone("011 123 4568");
        UUID next = phone("011 123 4569");
        publish(slug, advice(gone, stays));
        assertChannels(gone, stays);
        // What is not listed is not included.
        assertThat(at(slug + "/services?audience=man&include=channels").asString())
                .doesNotContain(stays.toString());

        publishing.withdraw(gone, WithdrawalReason.REPLACED, next);
        assertChannels(next, stays);
        publishing.withdraw(stays, WithdrawalReason.SAFETY, null);
        assertChannels(next);
        assertThat(scratch.violationsOf(scratch.change(ScratchEntries.UNITS, unit, slug, offering(advice(stays))))
                        .get(unit))
                .containsExactly("/services/0/channels/0 reference-not-published");
    }

    @Test
    void aChannelIsLeftOutOnTheDaysOnWhichItIsNotAvailable() {
        UUID phone = phone("011 123 4567", "'availableFrom': '2031-01-02', 'availableUntil': '2031-01-03'");
        publish(slug, advice(phone));
        assertChannels();
        SettableClock.set(Instant.parse("2031-01-02T11:00:00Z"));
        assertChannels(phone);
        assertThat(get("saveti").header("Cache-Control")).contains("max-age");
        SettableClock.set(Instant.parse("2031-01-04T11:00:00Z"));
        assertChannels();
    }

    @Test
    void aTranslationThatIsOlderThanTheOriginalIsToldInTheServiceToo() {
        publish(slug, advice().replace("Љубазно", "Брзо"), ScratchEntries.service(second, "smestaj"));
        assertThat(get("saveti?lang=en").jsonPath().getList("localisation.outdated"))
                .containsExactly("/description");
        assertThat(at(slug + "?lang=en").jsonPath().getList("localisation.outdated"))
                .containsExactly("/services/0/description");
        assertThat(get("smestaj?lang=en").jsonPath().getList("localisation.outdated"))
                .isEmpty();
    }

    @Test
    void theServicesAreInTheBundleAndInTheSnapshot() {
        JsonNode bundle = ParsedSnapshot.parseJson(
                given().get("/api/v1/bundle?lang=sr-Latn").asString());
        assertThat(bundle.get("organisational-units"))
                .filteredOn(one -> one.get("id").asText().equals(unit.toString()))
                .extracting(one -> one.at("/services/0/description").asText())
                .containsExactly("Ljubazno *savetujemo*.");
        JsonNode exported = ParsedSnapshot.download("").entries().get(unit.toString());
        assertThat(exported.at("/content/services/0/requiredDocuments/0/sr-Latn")
                        .asText())
                .isEqualTo("Lična karta");
    }

    @Test
    void theServicesOfAWithdrawnUnitAreGoneWithIt() {
        scratch.withdraw(unit, WithdrawalReason.SAFETY);
        for (String path : List.of(slug + "/services", slug + "/services/saveti", slug + "/services/" + second)) {
            assertThat(at(path).statusCode()).isEqualTo(410);
            assertThat(at(path).jsonPath().getString("reason")).isEqualTo("safety");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lang=xx, lang",
        "lang=en&lang=en, lang",
        "include=nema, include",
        "include=channels%2Cchannels, include",
        "fields=id%27--, fields",
        "position=%24%7B1%7D, position",
        "nema=1, nema",
        "where%5Bid%5D=1, where[id]"
    })
    void aWrongParameterOfOneServiceIsRefused(String query, String parameter) {
        Response refused = get("saveti?" + query);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("violations[0].parameter")).isEqualTo(parameter);
    }
}

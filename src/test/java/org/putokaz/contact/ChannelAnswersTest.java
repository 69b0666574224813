package org.putokaz.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.sync.FeedReader;
import org.putokaz.sync.ParsedSnapshot;

/** Responses for contact channels, on future days on which nothing else in the store changes. */
@DatabaseTest
class ChannelAnswersTest {

    private static final String CHANNELS = "/api/v1/contact-channels";

    @Inject
    ScratchEntries scratch;

    private UUID unit;

    @BeforeEach
    void publishUnit() {
        unit = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("jedinica"), ScratchEntries.unit());
    }

    @AfterEach
    void clear() {
        // Entries are withdrawn at the real time: the time of the feed never goes back.
        SettableClock.run();
        scratch.withdrawAll();
    }

    private UUID publish(String kind, String value, String... more) {
        return scratch.publish(
                ScratchEntries.CHANNELS, ScratchEntries.slug("kanal"), ScratchEntries.channel(unit, kind, value, more));
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(CHANNELS + path);
    }

    private List<String> listed(String status) {
        return get("?unit=" + unit + status).jsonPath().getList("data.id", String.class);
    }

    @ParameterizedTest
    @CsvSource({
        "en, british english",
        "EN-gb, british",
        "en-US,",
        "sr, latin",
        "sr-Latn, latin",
        "sr-Latn-RS,",
        "la,",
        "*, british english latin"
    })
    void aLanguageFindsItsRegionsAndScripts(String range, String expected) {
        Map<UUID, String> names = Map.of(
                publish("phone", "063 610 590", "'languages': ['en-GB', 'eng']"), "british",
                publish("phone", "063 610 590", "'languages': ['hu', 'en']"), "english",
                publish("phone", "063 610 590", "'languages': ['sr-latn']"), "latin",
                publish("phone", "063 610 590"), "silent");
        Response response = get("?unit=" + unit + "&language=" + range);
        assertThat(response.jsonPath().getList("data.id", UUID.class).stream()
                        .map(names::get)
                        .sorted())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void severalEntriesAreAskedForByTheirIdsOrSlugs() {
        UUID first = publish("phone", "063 610 590");
        UUID second = publish("phone", "063 610 590");
        UUID ended = publish("phone", "063 610 590", "'availableUntil': '2001-01-01'");
        String former = ScratchEntries.slug("ranije");
        UUID renamed = scratch.publish(
                ScratchEntries.CHANNELS, former, ScratchEntries.channel(unit, "email", "centar@centarzztlj.rs"));
        scratch.publish(
                ScratchEntries.CHANNELS,
                renamed,
                ScratchEntries.slug("sada"),
                ScratchEntries.channel(unit, "email", "centar@centarzztlj.rs"));
        UUID gone = publish("phone", "063 610 590");
        scratch.withdraw(gone, WithdrawalReason.WITHDRAWN);
        String ids = second + "," + first.toString().toUpperCase(Locale.ROOT) + "," + first + "," + ended + "," + gone
                + "," + unit;

        assertThat(found("?ids=" + ids)).containsExactlyInAnyOrder(first, second);
        assertThat(found("?ids=" + ids + "&status=all&sort=label&lang=en"))
                .containsExactlyInAnyOrder(first, second, ended);
        assertThat(found("?slug=nikad," + former)).containsExactly(renamed);
        assertThat(found("?ids=" + first + "&slug=" + former)).isEmpty();
        String cursor = get("?ids=" + ids + "&limit=1").jsonPath().getString("page.next");
        assertThat(get("?ids=" + first + "," + second + "&cursor=" + cursor).statusCode())
                .isEqualTo(400);
        assertThat(found("?ids=" + ids + "&limit=1&cursor=" + cursor)).hasSize(1);
    }

    private static List<UUID> found(String query) {
        return get(query).jsonPath().getList("data.id", UUID.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "phone | 063 610 590 | +38163610590 | 063 610 590 | tel:+38163610590 | true",
                "phone | 116 006 | - | 116 006 | tel:116006;phone-context=+381 | false",
                "sms | 063 610 590 | +38163610590 | 063 610 590 | sms:+38163610590 | true",
                "sms | 116006 | - | 116006 | sms:116006;phone-context=+381 | false",
                "email | centar@centarzztlj.rs | - | centar@centarzztlj.rs | mailto:centar@centarzztlj.rs | -",
                "email | info@центар.срб | - | info@центар.срб | mailto:info@xn--80ajyniv.xn--90a3ac | -",
                "web | https://центар.срб/а?б=1 | - | https://центар.срб/а?б=1 | https://xn--80ajyniv.xn--90a3ac/%D0%B0?%D0%B1=1 | -",
                "social | https://www.facebook.com/centar | - | https://www.facebook.com/centar | https://www.facebook.com/centar | -",
                "chat | https://wa.me/38163610590 | - | https://wa.me/38163610590 | https://wa.me/38163610590 | -",
                "post | Поштански фах 1, Београд | - | Поштански фах 1, Београд | - | -",
                "fax | 011 2345 678 | +381112345678 | 011 2345 678 | - | true",
                "text-relay | 0800 222 003 | +381800222003 | 0800 222 003 | tel:+381800222003 | -",
                "in-person | Јавна 1, Београд | - | Јавна 1, Београд | - | -"
            })
    void eachKindSaysHowItIsUsed(
            String kind, String value, String e164, String display, String uri, Boolean dialableFromAbroad) {
        UUID id = publish(kind, value);
        for (String language : List.of("sr-Cyrl", "sr-Latn", "en")) {
            JsonPath channel = get("/" + id + "?lang=" + language).jsonPath();
            assertThat(channel.getString("kind")).isEqualTo(kind);
            assertThat(channel.getString("value")).isEqualTo(value);
            assertThat(channel.getString("e164")).isEqualTo(e164);
            assertThat(channel.getString("display")).isEqualTo(display);
            assertThat(channel.getString("uri")).isEqualTo(uri);
            assertThat((Boolean) channel.get("dialableFromAbroad")).isEqualTo(dialableFromAbroad);
        }
        assertThat(get("?unit=" + unit + "&kind=" + kind).jsonPath().getList("data.id", String.class))
                .containsExactly(id.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp, 063 610 590, RS, +38163610590, https://wa.me/38163610590",
        "viber, 063 610 590, RS, +38163610590, viber://chat?number=%2B38163610590",
        "telegram, @centar_rs, , , https://t.me/centar_rs",
        "signal, centar.01, , , "
    })
    void anAccountOpensItsApp(String app, String value, String region, String e164, String uri) {
        UUID id = publish("messaging", value, "'app': '" + app + "'");
        JsonPath channel = get("/" + id).jsonPath();
        assertThat(channel.getString("app")).isEqualTo(app);
        assertThat(channel.getString("display")).isEqualTo(value);
        assertThat(channel.getString("region")).isEqualTo(region);
        assertThat(channel.getString("e164")).isEqualTo(e164);
        assertThat(channel.getString("uri")).isEqualTo(uri);
        assertThat((Object) channel.get("dialableFromAbroad")).isNull();
        assertThat(get("?kind=messaging&unit=" + unit).jsonPath().getList("data.id", String.class))
                .containsExactly(id.toString());
    }

    @ParameterizedTest
    @CsvSource({"sr-Cyrl, 011/123-4567 лок. 012", "sr-Latn, 011/123-4567 lok. 012", "en, 011/123-4567 ext. 012"})
    void theWordForAnExtensionIsInTheLanguageOfTheReader(String language, String display) {
        UUID id = publish("phone", "тел. 011/123-4567 lokal 012");
        JsonPath channel = get("/" + id + "?lang=" + language).jsonPath();
        assertThat(channel.getString("display")).isEqualTo(display);
        assertThat(channel.getString("extension")).isEqualTo("012");
        assertThat(channel.getString("uri")).isEqualTo("tel:+381111234567;ext=012");
        assertThat(channel.getString("e164")).isEqualTo("+381111234567");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sr-Cyrl | Јавна улица | Београд | Јавна улица 12а, 11000 Београд | Други улаз.",
                "sr-Latn | Javna ulica | Beograd | Javna ulica 12а, 11000 Beograd | Drugi ulaz.",
                "en | Javna ulica | Belgrade | Javna ulica 12а, 11000 Belgrade | Second entrance."
            })
    void anAddressIsInTheLanguageOfTheReader(
            String language, String street, String city, String display, String directions) {
        UUID id = scratch.publish(ScratchEntries.CHANNELS, ScratchEntries.slug("kanal"), """
                {'unit': '%s', 'kind': 'in-person', 'label': {'sr-Cyrl': 'Седиште'}, 'purposes': ['general'], 'rank': 900,
                 'address': {'street': {'sr-Cyrl': 'Јавна улица'}, 'building': '12а', 'floor': '2', 'room': '204',
                   'postalCode': '11000', 'city': {'sr-Cyrl': 'Београд', 'en': 'Belgrade'}, 'country': 'RS',
                   'directions': {'sr-Cyrl': 'Други улаз.', 'en': 'Second entrance.'}}}""".formatted(unit));
        JsonPath channel = get("/" + id + "?lang=" + language).jsonPath();
        assertThat(channel.getString("address.street")).isEqualTo(street);
        assertThat(channel.getString("address.city")).isEqualTo(city);
        assertThat(channel.getString("address.directions")).isEqualTo(directions);
        assertThat(channel.getString("address.room")).isEqualTo("204");
        assertThat(channel.getString("display")).isEqualTo(display);
        assertThat(channel.getString("value")).isEqualTo("Јавна улица 12а, 11000 Београд");
        assertThat(channel.getString("uri")).isNull();
        boolean fellBack = language.equals("en");
        assertThat(channel.getMap("localisation.fallbacks").containsKey("/address/street"))
                .isEqualTo(fellBack);
        assertThat(get("?unit=" + unit + "&lang=" + language).jsonPath().getString("data[0].display"))
                .isEqualTo(display);
    }

    @ParameterizedTest
    @CsvSource({
        "purpose=press, true", "purpose=report, false", "audience=family, true", "audience=victim, false",
        "language=sr-Latn, true", "language=en, false", "tollFree=true, true", "tollFree=false, false",
        "anonymous=false, true", "anonymous=true, false", "emergency=true, false", "emergency=false, false"
    })
    void aFilterKeepsOnlyWhatIsStated(String filter, boolean kept) {
        UUID id = publish(
                "phone",
                "011 123 4567",
                "'purposes': ['press', 'general'], 'audiences': ['family'], 'languages': ['sr-latn'],"
                        + " 'tollFree': true, 'anonymous': false");
        assertThat(listed("&" + filter)).isEqualTo(kept ? List.of(id.toString()) : List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rs-municipality 71366 | rs-municipality:71366 rs-district:RS-16 iso-3166-1:rs
            rs-district RS-16     | rs-municipality:71366 rs-district:RS-16 iso-3166-1:rs
            iso-3166-1 RS         | rs-municipality:71366 rs-municipality:89010 rs-district:RS-16 iso-3166-1:rs
            abroad abroad         | iso-3166-1:DE abroad:abroad
            name                  | rs-municipality:71366 rs-municipality:89010 rs-district:RS-16 iso-3166-1:rs iso-3166-1:DE abroad:abroad
            """)
    void anAreaIsServedWhereItOrAPartOfItOrTheWholeIsStatedOrNothingIs(String stated, String found) {
        String[] code = stated.split(" ");
        String area = code.length == 1
                ? "{'name': {'sr-Cyrl': 'Цела долина', 'en': 'The whole valley'}}"
                : "{'scheme': '" + code[0] + "', 'code': '" + code[1] + "'}";
        UUID id = publish("phone", "011 123 4567", "'areaServed': [" + area + "]");
        for (String asked : List.of(
                "rs-municipality:71366",
                "rs-municipality:89010",
                "rs-district:RS-16",
                "iso-3166-1:rs",
                "iso-3166-1:DE",
                "abroad:abroad")) {
            assertThat(listed("&areaServed=" + asked))
                    .as(asked)
                    .isEqualTo(List.of(found.split(" +")).contains(asked) ? List.of(id.toString()) : List.of());
        }
        assertThat(listed("")).containsExactly(id.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "sr-Cyrl, Јужнобачки округ, Цела долина",
        "sr-Latn, Južnobački okrug, Cela dolina",
        "en, South Bačka District, The whole valley"
    })
    void theAreaServedIsNamedInTheLanguageOfTheReader(String language, String district, String valley) {
        UUID id = publish(
                "phone",
                "011 123 4567",
                "'areaServed': [{'scheme': 'rs-district', 'code': 'RS-06'},"
                        + " {'name': {'sr-Cyrl': 'Цела долина', 'en': 'The whole valley'}}]");
        var channel = get("/" + id + "?lang=" + language).jsonPath();

        assertThat(channel.getList("areaServed.name", String.class)).containsExactly(district, valley);
        assertThat(channel.getList("areaServed.code", String.class)).containsExactly("RS-06", null);
        assertThat(channel.getList("areaServed.scheme", String.class)).containsExactly("rs-district", null);
        assertEveryDocumentHasTheAreaServed(id, language, district, valley);
    }

    @ParameterizedTest
    @ValueSource(strings = {"70181", "rs-municipality:1", "xx:RS", "rs-district:", "%D0%B0"})
    void anAreaThatThereIsNotIsRefused(String area) {
        var refused = get("?areaServed=" + area);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("violations[0].parameter")).isEqualTo("areaServed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            []                   | victim family child public
            ['family']           | family
            ['family', 'child']  | family child
            ['public']           | victim family child public
            ['public', 'victim'] | victim family child public
            """)
    void aChannelForNobodyInParticularIsForEverybody(String audiences, String found) {
        UUID id = publish("phone", "011 123 4567", "'audiences': " + audiences);
        for (String audience : List.of("victim", "family", "child", "public")) {
            List<String> expected = List.of(found.split(" ")).contains(audience) ? List.of(id.toString()) : List.of();
            assertThat(listed("&audience=" + audience)).as(audience).isEqualTo(expected);
            assertThat(get("/open-now?unit=" + unit + "&audience=" + audience)
                            .jsonPath()
                            .getList("data.channel.id", String.class))
                    .as(audience)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"sr-Cyrl, Из иностранства се плаћа.", "sr-Latn, Iz inostranstva se plaća.", "en, Not free from abroad."
    })
    void whatACallCostsIsInTheLanguageOfTheReader(String language, String note) {
        UUID id = publish(
                "phone",
                "0800 222 003",
                "'cost': 'free', 'costNote': {'sr-Cyrl': 'Из иностранства се плаћа.', 'en': 'Not free from abroad.'}");
        JsonPath channel = get("/" + id + "?lang=" + language).jsonPath();
        assertThat(channel.getString("cost")).isEqualTo("free");
        assertThat(channel.getString("costNote")).isEqualTo(note);
        assertThat(channel.getBoolean("tollFree"))
                .as("which follows from the cost")
                .isTrue();
        assertThat(listed("&tollFree=true")).containsExactly(id.toString());
        assertThat(listed("&tollFree=false")).isEmpty();
        assertEveryDocumentHas(id, "costNote", language, note);
    }

    @ParameterizedTest
    @CsvSource({
        "sr-Cyrl, Разговор се **не снима**.",
        "sr-Latn, Razgovor se **ne snima**.",
        "en, Calls are **not recorded**."
    })
    void whatIsConfidentialIsInTheLanguageOfTheReader(String language, String text) {
        UUID id = publish(
                "phone",
                "011 123 4567",
                "'anonymous': true, 'confidentiality': {'sr-Cyrl': 'Разговор се **не снима**.',"
                        + " 'en': 'Calls are **not recorded**.'}");
        JsonPath channel = get("/" + id + "?lang=" + language).jsonPath();
        assertThat(channel.getString("confidentiality")).isEqualTo(text);
        assertThat(channel.getMap("localisation.fallbacks")).doesNotContainKey("/confidentiality");
        assertEveryDocumentHas(id, "confidentiality", language, text);
    }

    @ParameterizedTest
    @CsvSource({"sr-Cyrl, Полиција", "sr-Latn, Policija", "en, Police"})
    void aChannelOfSomebodyElseNamesWhoAnswersIt(String language, String name) {
        UUID id = scratch.publish(ScratchEntries.CHANNELS, ScratchEntries.slug("kanal"), """
                {'kind': 'phone', 'value': '192', 'label': {'sr-Cyrl': 'Хитне интервенције', 'en': 'Emergencies'},
                 'purposes': ['report'], 'rank': 900, 'emergency': true,
                 'provider': {'name': {'sr-Cyrl': 'Полиција', 'en': 'Police'}, 'url': 'https://example.org/'}}""");
        JsonPath channel = get("/" + id + "?include=unit&lang=" + language).jsonPath();
        assertThat(channel.getString("provider.name")).isEqualTo(name);
        assertThat(channel.getString("provider.url")).isEqualTo("https://example.org/");
        assertThat(channel.getString("unit")).isNull();
        assertThat(channel.getString("region")).isEqualTo("RS");
        assertThat(channel.getString("uri")).isEqualTo("tel:192;phone-context=+381");
        String list = "?purpose=report&emergency=true&lang=" + language;
        assertThat(get(list).jsonPath().getList("data.provider.name", String.class))
                .containsExactly(name);
        assertThat(get("/open-now" + list).jsonPath().getList("data.channel.unit", String.class))
                .containsExactly((String) null);
        assertThat(listed("")).isEmpty();
        assertThat(FeedReader.readToEnd("&family=contact-channels")
                        .changeOf(id.toString())
                        .at("/content/provider/name/" + language)
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void aChannelThatIsGivenToSomebodyElseLeavesItsUnit() {
        UUID id = publish("phone", "192", "'provider': {'name': {'sr-Cyrl': 'Полиција'}}");
        assertThat(listed("")).containsExactly(id.toString());
        scratch.publish(ScratchEntries.CHANNELS, id, "kanal-" + id, """
                {'kind': 'phone', 'value': '192', 'label': {'sr-Cyrl': 'Хитно'}, 'purposes': ['report'],
                 'provider': {'name': {'sr-Cyrl': 'Полиција'}}}""");
        assertThat(get("/" + id).jsonPath().getString("unit")).isNull();
        assertThat(listed("")).isEmpty();
    }

    /** The list, the bundle, the snapshot and the feed. */
    private void assertEveryDocumentHas(UUID id, String field, String language, String text) {
        assertThat(get("?unit=" + unit + "&lang=" + language).jsonPath().getString("data[0]." + field))
                .isEqualTo(text);
        JsonNode bundle = ParsedSnapshot.parseJson(
                given().get("/api/v1/bundle?lang=" + language).asString());
        assertThat(bundle.get("contact-channels"))
                .filteredOn(channel -> channel.get("id").asText().equals(id.toString()))
                .extracting(channel -> channel.get(field).asText())
                .containsExactly(text);
        JsonNode exported = ParsedSnapshot.download("").entries().get(id.toString());
        JsonNode change = FeedReader.readToEnd("&family=contact-channels").changeOf(id.toString());
        for (JsonNode document : List.of(exported, change)) {
            assertThat(document.at("/content/" + field + "/" + language).asText())
                    .isEqualTo(text);
        }
    }

    private static void assertEveryDocumentHasTheAreaServed(UUID id, String language, String district, String valley) {
        JsonNode bundle = ParsedSnapshot.parseJson(
                given().get("/api/v1/bundle?lang=" + language).asString());
        assertThat(bundle.get("contact-channels"))
                .filteredOn(channel -> channel.get("id").asText().equals(id.toString()))
                .extracting(channel -> channel.get("areaServed").findValuesAsText("name"))
                .containsExactly(List.of(district, valley));
        JsonNode exported = ParsedSnapshot.download("").entries().get(id.toString());
        JsonNode change = FeedReader.readToEnd("&family=contact-channels").changeOf(id.toString());
        for (JsonNode document : List.of(exported, change)) {
            assertThat(document.at("/content/areaServed/0/code").asText()).isEqualTo("RS-06");
            assertThat(document.at("/content/areaServed/1/name/" + language).asText())
                    .isEqualTo(valley);
        }
    }

    private static final String OFFICE_HOURS = """
            'hours': {'timezone': 'Europe/Belgrade', 'publicHolidays': 'closed',
              'weekly': [{'days': ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
                'opens': '08:00', 'closes': '16:00'}],
              'exceptions': [{'from': '2031-12-24', 'to': '2031-12-24', 'intervals': [],
                'label': {'sr-Cyrl': 'Љубичин дан', 'en': 'Staff day'}}]}""";

    @Test
    void hoursAreGivenAsTheyWereWritten() {
        JsonPath hours = get("/" + publish("phone", "011 123 4567", OFFICE_HOURS) + "?lang=sr-Latn")
                .jsonPath();
        Map<String, Object> given = new HashMap<>(hours.getMap("hours"));
        assertThat(given.remove("label")).isNull();
        assertThat(given.remove("note")).isNull();
        assertThat(given)
                .isEqualTo(Map.of(
                        "timezone",
                        "Europe/Belgrade",
                        "alwaysOpen",
                        false,
                        "publicHolidays",
                        "closed",
                        "holidaysKnown",
                        true,
                        "byAppointment",
                        false,
                        "languages",
                        List.of(),
                        "holidayIntervals",
                        List.of(),
                        "weekly",
                        List.of(Map.of(
                                "days",
                                List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
                                "opens",
                                "08:00",
                                "closes",
                                "16:00")),
                        "exceptions",
                        List.of(Map.of(
                                "from",
                                "2031-12-24",
                                "to",
                                "2031-12-24",
                                "intervals",
                                List.of(),
                                "label",
                                "Ljubičin dan"))));
        assertThat(hours.getMap("localisation.fallbacks")).isEmpty();
    }

    /** Always in Serbian, from nine to seventeen in Albanian and Hungarian, on Tuesday from ten to two at night by appointment. */
    private static final String REGIMES = """
            'languages': ['sr', 'sq', 'hu'],
            'hours': {'label': {'sr-Cyrl': 'На српском', 'en': 'In Serbian'}, 'languages': ['sr'],
              'timezone': 'Europe/Belgrade', 'alwaysOpen': true},
            'additionalHours': [
              {'label': {'sr-Cyrl': 'На албанском и мађарском', 'en': 'In Albanian and Hungarian'}, 'languages': ['sq', 'hu'],
               'note': {'sr-Cyrl': 'Уз тумача'}, 'timezone': 'Europe/Belgrade',
               'weekly': [{'days': ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], 'opens': '09:00', 'closes': '17:00'}],
               'holidayIntervals': [{'opens': '10:00', 'closes': '12:00'}]},
              {'label': {'sr-Cyrl': 'Правна помоћ', 'en': 'Legal advice'}, 'byAppointment': true, 'timezone': 'Europe/Belgrade',
               'weekly': [{'days': ['tuesday'], 'opens': '22:00', 'closes': '02:00'}], 'publicHolidays': 'closed'}]""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sr-Cyrl | На српском | На албанском и мађарском | Правна помоћ | Уз тумача
            sr-Latn | Na srpskom | Na albanskom i mađarskom | Pravna pomoć | Uz tumača
            en | In Serbian | In Albanian and Hungarian | Legal advice | Uz tumača
            """)
    void everyRegimeOfHoursIsInTheLanguageOfTheReader(
            String language, String main, String second, String third, String note) {
        UUID id = publish("phone", "011 123 4567", REGIMES);
        JsonPath channel = get("/" + id + "?lang=" + language).jsonPath();
        assertThat(channel.getString("hours.label")).isEqualTo(main);
        assertThat(channel.getList("hours.languages")).isEqualTo(List.of("sr"));
        assertThat(channel.getList("additionalHours.label")).isEqualTo(List.of(second, third));
        assertThat(channel.getString("additionalHours[0].note")).isEqualTo(note);
        assertThat(channel.getList("additionalHours.byAppointment")).isEqualTo(List.of(false, true));
        assertThat(channel.getList("additionalHours.publicHolidays")).containsExactly(null, "closed");
        assertThat(channel.getString("additionalHours[0].holidayIntervals[0].opens"))
                .isEqualTo("10:00");
        assertThat(channel.getList("additionalHours.holidaysKnown")).isEqualTo(List.of(true, true));
        assertThat(channel.<String, String>getMap("localisation.fallbacks").keySet())
                .filteredOn(pointer -> pointer.toLowerCase(Locale.ROOT).contains("hours"))
                .containsExactlyElementsOf(language.equals("en") ? List.of("/additionalHours/0/note") : List.of());
        JsonNode bundle = ParsedSnapshot.parseJson(
                given().get("/api/v1/bundle?lang=" + language).asString());
        assertThat(bundle.get("contact-channels"))
                .filteredOn(other -> other.get("id").asText().equals(id.toString()))
                .extracting(other -> other.at("/additionalHours/1/label").asText())
                .containsExactly(third);
        JsonNode exported = ParsedSnapshot.download("").entries().get(id.toString());
        JsonNode change = FeedReader.readToEnd("&family=contact-channels").changeOf(id.toString());
        for (JsonNode document : List.of(exported, change)) {
            assertThat(document.at("/content/additionalHours/1/label/" + language)
                            .asText())
                    .isEqualTo(third);
        }
    }

    /** 11 November 2031 is a holiday and a Tuesday, 12 November a Wednesday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -  | 2031-11-12T09:00:00Z | true  | -                    | In Serbian, In Albanian and Hungarian
            -  | 2031-11-12T20:00:00Z | true  | -                    | In Serbian
            sr | 2031-11-12T20:00:00Z | true  | -                    | In Serbian
            sq | 2031-11-12T07:59:00Z | false | 2031-11-12T08:00:00Z | In Albanian and Hungarian
            sq | 2031-11-12T09:00:00Z | true  | 2031-11-12T16:00:00Z | In Albanian and Hungarian
            hu | 2031-11-12T16:00:00Z | false | 2031-11-13T08:00:00Z | In Albanian and Hungarian
            sq | 2031-11-11T09:00:00Z | true  | 2031-11-11T11:00:00Z | In Albanian and Hungarian
            sq | 2031-11-11T11:00:00Z | false | 2031-11-12T08:00:00Z | In Albanian and Hungarian
            sq | 2031-11-18T22:00:00Z | false | 2031-11-19T08:00:00Z | In Albanian and Hungarian
            *  | 2031-11-12T20:00:00Z | true  | -                    | In Serbian
            """)
    void openNowCountsTheRegimesOfTheLanguageAskedFor(
            String language, String moment, boolean open, String nextChange, String regimes) {
        publish("phone", "011 123 4567", REGIMES);
        SettableClock.set(Instant.parse(moment));
        JsonPath states = get("/open-now?lang=en&unit=" + unit + (language == null ? "" : "&language=" + language))
                .jsonPath();
        assertThat(states.getList("data.openNow")).containsExactly(open);
        assertThat(states.getString("data[0].nextChange")).isEqualTo(nextChange);
        assertThat(states.getList("data[0].regimes.label", String.class)).containsExactly(regimes.split(", "));
        assertThat(states.getList("data[0].regimes.languages").get(0))
                .isEqualTo(regimes.startsWith("In Serbian") ? List.of("sr") : List.of("sq", "hu"));
    }

    @Test
    void aLanguageForWhichNoHoursAreStatedIsNeitherOpenNorClosed() {
        publish(
                "phone",
                "011 123 4567",
                REGIMES.replace("['sr', 'sq', 'hu']", "['sr', 'sq', 'hu', 'ro']")
                        .replace("'byAppointment'", "'languages': ['sr'], 'byAppointment'"));
        SettableClock.set(Instant.parse("2031-11-12T09:00:00Z"));
        JsonPath states = get("/open-now?language=ro&unit=" + unit).jsonPath();
        assertThat(states.getList("data.openNow")).containsExactly((Object) null);
        assertThat(states.getList("data[0].regimes")).isEmpty();
    }

    /** 11 November is a holiday in Serbia, and not known to be one or none in Croatia. */
    @ParameterizedTest
    @CsvSource({"RS, true, false", "HR, false, true"})
    void holidaysAreThoseOfTheCountryOfTheChannel(String region, boolean known, boolean open) {
        UUID id = publish("phone", "+381 11 123 4567", "'region': '" + region + "'", OFFICE_HOURS);
        JsonPath states = stateAt("2031-11-11T09:00:00Z");
        assertThat(states.getBoolean("data[0].openNow")).isEqualTo(open);
        assertThat(get("/" + id).jsonPath().getBoolean("hours.holidaysKnown")).isEqualTo(known);
    }

    private JsonPath stateAt(String moment) {
        SettableClock.set(Instant.parse(moment));
        return get("/open-now?unit=" + unit).jsonPath();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2031-11-12T06:59:59Z, false, 2031-11-12T07:00:00Z",
                "2031-11-12T07:00:00Z, true, 2031-11-12T15:00:00Z",
                "2031-11-12T14:59:59Z, true, 2031-11-12T15:00:00Z",
                "2031-11-12T15:00:00Z, false, 2031-11-13T07:00:00Z",
                "2031-11-14T15:00:00Z, false, 2031-11-17T07:00:00Z",
                // 11 November is a public holiday, a Tuesday in 2031.
                "2031-11-11T09:00:00Z, false, 2031-11-12T07:00:00Z",
                "2031-12-24T09:00:00Z, false, 2031-12-25T07:00:00Z",
                // Summer time: eight in Belgrade is six in UTC.
                "2031-07-02T06:00:00Z, true, 2031-07-02T14:00:00Z"
            })
    void openNowSaysWhetherAChannelIsOpenAndUntilWhen(String moment, boolean open, String nextChange) {
        publish("phone", "011 123 4567", OFFICE_HOURS);
        JsonPath states = stateAt(moment);
        assertThat(states.getString("at")).isEqualTo(moment);
        assertThat(states.getList("data")).hasSize(1);
        assertThat(states.getBoolean("data[0].openNow")).isEqualTo(open);
        assertThat(states.getString("data[0].nextChange")).isEqualTo(nextChange);
    }

    @Test
    void withoutHoursTheStateIsUnknownAndAlwaysOpenNeverChanges() {
        publish("phone", "011 123 4567", "'rank': 901");
        publish("phone", "011 123 4568", "'rank': 902, 'hours': {'timezone': 'Europe/Belgrade', 'alwaysOpen': true}");
        JsonPath states = stateAt("2031-11-12T09:00:00Z");
        assertThat(states.getList("data.openNow")).containsExactly(null, true);
        assertThat(states.getList("data.nextChange")).containsExactly(null, null);
    }

    @Test
    void onlyChannelsThatMayBeUsedTodayHaveAState() {
        publish("phone", "011 123 4567", "'availableFrom': '2031-03-01', 'availableUntil': '2031-03-31'");
        assertThat(stateAt("2031-02-28T12:00:00Z").getList("data")).isEmpty();
        assertThat(stateAt("2031-03-01T12:00:00Z").getList("data")).hasSize(1);
        assertThat(stateAt("2031-04-01T12:00:00Z").getList("data")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2031-01-15T12:00:00Z, false",
        "2031-01-31T22:59:59Z, false",
        "2031-01-31T23:00:00Z, true",
        "2032-01-01T00:00:00Z, true"
    })
    void aChannelThatWasNotVerifiedInTimeIsStaleFromTheNextDayInBelgradeOn(String moment, boolean stale) {
        UUID id = publish("phone", "011 123 4567", "'lastVerified': '2026-01-01', 'verifyEvery': 1856");
        SettableClock.set(Instant.parse(moment));
        for (String path : List.of("/" + id, "?unit=" + unit)) {
            JsonPath answer = get(path).jsonPath();
            String at = path.startsWith("?") ? "data[0].verification." : "verification.";
            assertThat(answer.getString(at + "lastVerified")).isEqualTo("2026-01-01");
            assertThat(answer.getString(at + "due")).isEqualTo("2031-01-31");
            assertThat(answer.getBoolean(at + "stale")).isEqualTo(stale);
        }
    }

    @Test
    void aChannelWithoutAnIntervalIsNeverStale() {
        UUID id = publish("phone", "011 123 4567", "'lastVerified': '2001-01-01'");
        JsonPath channel = get("/" + id).jsonPath();
        assertThat(channel.getString("verification.due")).isNull();
        assertThat(channel.getBoolean("verification.stale")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2031-02-28T22:59:59Z, upcoming",
        "2031-02-28T23:00:00Z, available",
        "2031-03-31T21:59:59Z, available",
        "2031-03-31T22:00:00Z, ended"
    })
    void theDaysOfAChannelBeginAndEndInBelgrade(String moment, String status) {
        UUID id = publish("phone", "011 123 4567", "'availableFrom': '2031-03-01', 'availableUntil': '2031-03-31'");
        SettableClock.set(Instant.parse(moment));
        for (String asked : List.of("available", "upcoming", "ended")) {
            assertThat(listed("&status=" + asked))
                    .as(asked)
                    .isEqualTo(asked.equals(status) ? List.of(id.toString()) : List.of());
        }
        assertThat(listed("&status=all")).containsExactly(id.toString());
        assertThat(listed("")).hasSize(status.equals("available") ? 1 : 0);
        assertThat(get("/" + id).statusCode()).isEqualTo(200);
    }

    private String cacheControlAt(String moment, String path) {
        SettableClock.set(Instant.parse(moment));
        return get(path).header("Cache-Control");
    }

    private static final String DEFAULT_CACHE_CONTROL = "public, max-age=60, stale-if-error=600";

    /** A proxy or the response cache may still deliver the first page after midnight. */
    @Test
    void aPageThatWasMadeBeforeMidnightLeadsToTheNextAfterIt() {
        publish("phone", "011 123 4561");
        publish("phone", "011 123 4562");
        String first = "?limit=1&unit=" + unit;
        SettableClock.set(Instant.parse("2031-03-31T21:59:50Z"));
        JsonPath before = get(first).then().statusCode(200).extract().jsonPath();
        SettableClock.set(Instant.parse("2031-03-31T22:00:10Z"));
        String next = before.getString("page.next");
        JsonPath second =
                get(first + "&cursor=" + next).then().statusCode(200).extract().jsonPath();
        assertThat(second.getList("data.id")).hasSize(1).doesNotContainAnyElementsOf(before.getList("data.id"));
        assertThat(given().header("Accept", "application/json;charset=utf-8")
                        .get(CHANNELS + first)
                        .jsonPath()
                        .getString("page.next"))
                .as("made anew")
                .isEqualTo(next);
    }

    @Test
    void eachStatusHasItsOwnTotalAndItsOwnCursors() {
        publish("phone", "011 123 4561");
        publish("phone", "011 123 4562");
        publish("phone", "011 123 4563");
        publish("phone", "011 123 4564", "'availableFrom': '2031-04-01'");
        publish("phone", "011 123 4565", "'availableFrom': '2031-04-01'");
        publish("phone", "011 123 4566", "'availableFrom': '2020-01-01', 'availableUntil': '2020-12-31'");
        String list = "?count=true&limit=1&unit=" + unit;
        Map.of("available", 3, "upcoming", 2, "ended", 1, "all", 6)
                .forEach((status, total) -> assertThat(
                                get(list + "&status=" + status).jsonPath().getInt("page.total"))
                        .as(status)
                        .isEqualTo(total));
        String next = get(list).jsonPath().getString("page.next");
        get(list + "&status=available&cursor=" + next).then().statusCode(200);
        for (String other : List.of("upcoming", "ended", "all")) {
            get(list + "&status=" + other + "&cursor=" + next).then().statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'availableUntil': '2031-03-31'",
                "'availableFrom': '2031-04-01'",
                "'lastVerified': '2026-01-01', 'verifyEvery': 1915"
            })
    void noListIsKeptPastTheMidnightOnWhichItChanges(String days) {
        publish("phone", "011 123 4567", days);
        for (String path : List.of("?unit=" + unit, "", "/open-now?unit=" + unit)) {
            assertThat(cacheControlAt("2031-03-30T21:58:00Z", path)).isEqualTo(DEFAULT_CACHE_CONTROL);
            assertThat(cacheControlAt("2031-03-31T12:00:00Z", path)).isEqualTo(DEFAULT_CACHE_CONTROL);
            assertThat(cacheControlAt("2031-03-31T21:49:00Z", path)).isEqualTo(DEFAULT_CACHE_CONTROL);
            assertThat(cacheControlAt("2031-03-31T21:49:01Z", path)).isEqualTo("public, max-age=60");
            assertThat(cacheControlAt("2031-03-31T21:59:20Z", path)).isEqualTo("public, max-age=40");
            assertThat(cacheControlAt("2031-03-31T21:59:59.900Z", path)).isEqualTo("public, max-age=0");
            assertThat(cacheControlAt("2031-03-31T22:00:00Z", path)).isEqualTo(DEFAULT_CACHE_CONTROL);
        }
    }

    @Test
    void aSingleChannelIsNotKeptPastTheMidnightOnWhichItBecomesStale() {
        UUID id = publish("phone", "011 123 4567", "'lastVerified': '2026-01-01', 'verifyEvery': 1915");
        assertThat(cacheControlAt("2031-03-31T21:59:20Z", "/" + id)).isEqualTo("public, max-age=40");
    }

    @Test
    void noStateIsKeptPastTheNextChange() {
        publish("phone", "011 123 4567", OFFICE_HOURS);
        String path = "/open-now?unit=" + unit;
        assertThat(cacheControlAt("2031-11-12T14:59:35Z", path)).isEqualTo("public, max-age=25");
        assertThat(cacheControlAt("2031-11-12T12:00:00Z", path)).isEqualTo(DEFAULT_CACHE_CONTROL);
        assertThat(cacheControlAt("2031-11-13T06:59:30Z", path)).isEqualTo("public, max-age=30");
    }
}

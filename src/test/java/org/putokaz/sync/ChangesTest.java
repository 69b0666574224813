package org.putokaz.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.write.StoreChange;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;

/** A client that reads the feed to its end has exactly the published state, wherever it began. */
@DatabaseTest
@TestProfile(Apart.class)
class ChangesTest {

    private static final String CHANGES = "/api/v1/changes";

    @Inject
    ScratchEntries scratch;

    @Inject
    Publishing publishing;

    @Inject
    ContentFamilyRegistry families;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private static JsonPath since(String token) {
        return ok(given().queryParam("since", token).get(CHANGES));
    }

    private static JsonPath ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static String end() {
        return FeedReader.endToken("");
    }

    private static LocalisedText note(String text) {
        return LocalisedText.of(Language.of("sr-Cyrl"), text);
    }

    private <C extends Record> StoreChange.Publish<?> unit(UUID id, String slug, Importance importance, String note) {
        StoreChange.Publish<?> change = publishing.change(
                ScratchEntries.UNITS, id, slug, ScratchEntries.unit("'sortOrder': " + System.nanoTime() % 900_000));
        return withNote(change, importance, note);
    }

    private static <C extends Record> StoreChange.Publish<C> withNote(
            StoreChange.Publish<C> change, Importance importance, String note) {
        return new StoreChange.Publish<>(
                change.family(),
                change.id(),
                change.slug(),
                change.content(),
                importance,
                note == null ? null : note(note));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 97, 1000})
    void pagesOfAnySizeHaveTheSameChanges(int limit) {
        UUID gone = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        scratch.withdraw(gone, WithdrawalReason.ERROR);
        List<Long> whole = FeedReader.readToEnd("").positions();

        List<Long> read = new ArrayList<>();
        String token = null;
        boolean more = true;
        while (more) {
            Map<String, Object> parameters = new HashMap<>(Map.of("limit", limit));
            if (token != null) {
                parameters.put("since", token);
            }
            JsonPath page = ok(given().queryParams(parameters).get(CHANGES));
            assertThat(page.getList("changes")).hasSizeLessThanOrEqualTo(limit);
            read.addAll(page.getList("changes.position", Long.class));
            token = page.getString("next");
            more = page.getBoolean("more");
        }

        assertThat(read).isEqualTo(whole).isSorted().doesNotHaveDuplicates();
        assertThat(whole).hasSizeGreaterThan(14);
    }

    @Test
    void aChangeIsWholeInAllLanguages() {
        JsonPath all = ok(given().queryParam("family", ScratchEntries.CHANNELS).get(CHANGES));

        Map<String, Object> phone = all.getMap("changes.find { it.slug == 'kontakt-telefon-centra' }");
        assertThat(phone).containsEntry("op", "upsert").containsEntry("family", ScratchEntries.CHANNELS);
        assertThat(all.getString("changes.find { it.slug == 'kontakt-telefon-centra' }.content.label.sr-Latn"))
                .isEqualTo("Kontakt telefon Centra");
        assertThat(all.getString("changes.find { it.slug == 'kontakt-telefon-centra' }.address.e164"))
                .isEqualTo("+38163610590");
    }

    @Test
    void namesIdentifiersAttachmentsServicesAndKindsOfStepsAreInAChange() {
        String before = end();
        scratch.publish(
                ScratchEntries.UNITS,
                ScratchEntries.slug("zavod"),
                ScratchEntries.unit(
                        "'formerNames': [{'name': {'sr-Cyrl': 'Завод'}, 'until': '2004-02'}]",
                        "'identifiers': [{'scheme': 'rs-pib', 'value': '101134702'}]",
                        "'areaServed': [{'scheme': 'rs-municipality', 'code': '70181'}, {'name': {'sr-Cyrl': 'Долина'}}]",
                        "'services': ["
                                + ScratchEntries.service(Publishing.newId(), "saveti", ScratchEntries.SERVICE_FIELDS)
                                + "]",
                        ScratchEntries.ATTACHMENTS));
        scratch.publish(
                ScratchEntries.GUIDES,
                ScratchEntries.slug("vodic"),
                ScratchEntries.guide(ScratchEntries.step(Publishing.newId(), "opasnost", "'kind': 'emergency'")));

        JsonPath changes = since(before);

        assertThat(changes.getString("changes[0].content.formerNames[0].name.sr-Latn"))
                .isEqualTo("Zavod");
        assertThat(changes.getString("changes[0].content.formerNames[0].until")).isEqualTo("2004-02");
        assertThat(changes.getString("changes[0].content.identifiers[0].value")).isEqualTo("101134702");
        assertThat(changes.getString("changes[0].content.areaServed[0].code")).isEqualTo("70181");
        assertThat(changes.getString("changes[0].content.areaServed[1].name.sr-Latn"))
                .isEqualTo("Dolina");
        assertThat(changes.getString("changes[0].content.attachments[0].title.sr-Latn"))
                .isEqualTo("Letak");
        assertThat(changes.getInt("changes[0].content.attachments[0].bytes")).isEqualTo(120_000);
        assertThat(changes.getString("changes[0].content.services[0].description.sr-Latn"))
                .isEqualTo("Ljubazno *savetujemo*.");
        assertThat(changes.getString("changes[0].content.services[0].requiredDocuments[0].sr-Latn"))
                .isEqualTo("Lična karta");
        assertThat(changes.getList("changes[0].content.services[0].audiences")).containsExactly("child", "witness");
        assertThat(changes.getString("changes[1].content.steps[0].kind")).isEqualTo("emergency");
    }

    @Test
    void anEntryThatChangedTwiceIsListedOnceAsItIsNow() {
        String before = end();
        UUID id = Publishing.newId();
        String slug = ScratchEntries.slug("mesto");
        scratch.apply(unit(id, slug, Importance.MAJOR, null));
        scratch.apply(unit(id, slug + "-novo", Importance.MINOR, null));

        JsonPath changes = since(before);

        assertThat(changes.getList("changes.id")).containsExactly(id.toString());
        assertThat(changes.getString("changes[0].slug")).isEqualTo(slug + "-novo");
        assertThat(changes.getLong("changes[0].position")).isEqualTo(scratch.position());
        assertThat(changes.getBoolean("more")).isFalse();
    }

    @Test
    void aCorrectionOfTheWordingDoesNotHideTheChangeBefore() {
        UUID id = Publishing.newId();
        String slug = ScratchEntries.slug("mesto");
        scratch.apply(unit(id, slug, Importance.MAJOR, null));
        String before = end();
        scratch.apply(unit(id, slug, Importance.MAJOR, "Нови број."));
        String between = end();
        scratch.apply(unit(id, slug, Importance.MINOR, "Зарез."));

        JsonPath fromBefore = since(before);
        JsonPath fromBetween = since(between);

        assertThat(fromBefore.getString("changes[0].importance")).isEqualTo("major");
        assertThat(fromBefore.getString("changes[0].note.sr-Latn")).isEqualTo("Novi broj.");
        assertThat(fromBetween.getString("changes[0].importance")).isEqualTo("minor");
        assertThat(fromBetween.getString("changes[0].note.sr-Cyrl")).isEqualTo("Зарез.");
    }

    /** The major change is on a page that the client has not read yet when a minor one overtakes it. */
    @Test
    void aMajorChangeThatIsOvertakenBetweenPagesIsStillMajor() {
        UUID first = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        UUID second = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        UUID third = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        String before = end();
        scratch.apply(unit(first, ScratchEntries.slug("mesto"), Importance.MAJOR, null));
        scratch.apply(unit(second, ScratchEntries.slug("mesto"), Importance.MAJOR, "Нови број."));
        scratch.apply(unit(third, ScratchEntries.slug("mesto"), Importance.MAJOR, null));
        String overtaken = ok(given().queryParam("limit", 1)
                        .queryParam("since", before)
                        .get(CHANGES))
                .getString("next");
        scratch.apply(unit(second, ScratchEntries.slug("mesto"), Importance.MINOR, "Зарез."));

        JsonPath page =
                ok(given().queryParam("limit", 1).queryParam("since", overtaken).get(CHANGES));
        assertThat(page.getList("changes.id")).containsExactly(third.toString());
        JsonPath last = since(page.getString("next"));

        assertThat(last.getList("changes.id")).containsExactly(second.toString());
        assertThat(last.getString("changes[0].importance")).isEqualTo("major");
        assertThat(last.getString("changes[0].note.sr-Cyrl")).isEqualTo("Нови број.");
        scratch.apply(unit(second, ScratchEntries.slug("mesto"), Importance.MINOR, "Тачка."));
        assertThat(since(last.getString("next")).getString("changes[0].importance"))
                .isEqualTo("minor");
    }

    @Test
    void aRemovalSaysWhyAndWhatStandsInItsPlace() {
        UUID heir = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        UUID gone = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        String before = end();
        publishing.apply(
                new StoreChange.Withdraw(gone, WithdrawalReason.REPLACED, heir, Importance.MINOR, note("Спојено.")));

        JsonPath changes = since(before);

        assertThat(changes.getString("changes[0].op")).isEqualTo("remove");
        assertThat(changes.getString("changes[0].reason")).isEqualTo("replaced");
        assertThat(changes.getString("changes[0].replacedBy")).isEqualTo(heir.toString());
        assertThat(changes.getString("changes[0].importance")).isEqualTo("major");
        assertThat(changes.<Object>get("changes[0].content")).isNull();
    }

    @Test
    void everyRemovalOfAFamilyIsListedFromTheStart() {
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            UUID channel = scratch.publish(
                    ScratchEntries.CHANNELS,
                    ScratchEntries.slug("veza"),
                    ScratchEntries.channel(UUID.fromString(Center.CENTER), "email", "veza" + i + "@centarzztlj.rs"));
            UUID unit = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
            scratch.withdraw(channel, WithdrawalReason.WITHDRAWN);
            scratch.withdraw(unit, WithdrawalReason.WITHDRAWN);
            gone.add(channel.toString());
        }

        List<JsonNode> changes =
                FeedReader.readToEnd("&family=" + ScratchEntries.CHANNELS).changes();

        assertThat(changes)
                .filteredOn(change -> change.get("op").asText().equals("remove"))
                .extracting(change -> change.get("id").asText())
                .containsAll(gone);
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.get("family").asText()).isEqualTo(ScratchEntries.CHANNELS));
    }

    @Test
    void foldingTheFeedGivesWhatIsPublished() {
        for (int i = 0; i < 30; i++) {
            UUID id = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("dogadjaj"), ScratchEntries.event());
            if (i % 3 == 0) {
                scratch.withdraw(id, WithdrawalReason.ERROR);
            }
        }
        Map<String, String> copy = new HashMap<>();
        for (JsonNode change : FeedReader.readToEnd("").changes()) {
            if (change.get("op").asText().equals("upsert")) {
                copy.put(change.get("id").asText(), change.get("slug").asText());
            }
        }

        Map<String, String> published = new HashMap<>();
        for (ContentFamily<?> family : families.all()) {
            String cursor = null;
            do {
                Map<String, Object> parameters =
                        cursor == null ? Map.of("limit", 100) : Map.of("limit", 100, "cursor", cursor);
                Map<String, Object> all = new HashMap<>(parameters);
                if (family.name().equals(ScratchEntries.CHANNELS)) {
                    all.put("status", "all");
                }
                JsonPath page = ok(given().queryParams(all).get("/api/v1/" + family.name()));
                page.<Map<String, Object>>getList("data")
                        .forEach(entry -> published.put((String) entry.get("id"), (String) entry.get("slug")));
                cursor = page.getString("page.next");
            } while (cursor != null);
        }
        assertThat(copy).isEqualTo(published);
    }

    @Test
    void anUnchangedPageIsNotModified() {
        String token = end();
        Response first = given().queryParam("since", token).get(CHANGES);
        String tag = first.header("ETag");

        assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
        given().queryParam("since", token)
                .header("If-None-Match", tag)
                .get(CHANGES)
                .then()
                .statusCode(304);
        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("mesto"), ScratchEntries.unit());
        given().queryParam("since", token)
                .header("If-None-Match", tag)
                .get(CHANGES)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit, not-a-number-between",
        "limit=1001, limit, not-a-number-between",
        "limit=-1, limit, not-a-number-between",
        "limit=1.5, limit, not-a-number-between",
        "limit=, limit, parameter-empty",
        "limit=1&limit=2, limit, parameter-repeated",
        "wait=31, wait, not-a-number-between",
        "wait=-1, wait, not-a-number-between",
        "wait=abc, wait, not-a-number-between",
        "family=units, family, not-one-of",
        "family=, family, parameter-empty",
        "family=help-guides&family=help-guides, family, parameter-value-repeated",
        "family=help-guides&family=nothing, family, not-one-of",
        "since=, since, parameter-empty",
        "since=abc, since, token-not-ours",
        "since=AAAA&since=AAAA, since, parameter-repeated",
        "lang=en, lang, parameter-not-known",
        "cursor=abc, cursor, parameter-not-known"
    })
    void aWrongParameterIsNamed(String query, String parameter, String code) {
        for (String path : List.of(CHANGES, CHANGES + "/stream")) {
            if (path.equals(CHANGES) || query.startsWith("family") || query.startsWith("since")) {
                given().urlEncodingEnabled(false)
                        .get(path + "?" + query)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("violations[0].parameter", org.hamcrest.Matchers.equalTo(parameter))
                        .body("violations[0].code", org.hamcrest.Matchers.equalTo(code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void itIsOnlyRead(String method) {
        assertThat(given().request(method, CHANGES).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}

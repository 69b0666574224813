package org.putokaz.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;

/**
 * The year of an institution over HTTP, with the token of an editor and of an approver: two units are merged, one is closed with a
 * successor, a guide gets another channel, three publishing sets are scheduled, and an outdated translation is found and mended.
 */
@DatabaseTest
@TestProfile(Apart.class)
class InstitutionChangesTest {

    private static final String ENTRIES = EntryClient.BASE + "entries";
    private static final String REPLACEMENTS = PublishingSetClient.SETS + "/replacements";

    private final String word = FamilySample.uniqueWord();

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    @Test
    void anInstitutionIsReorganised() {
        EntryClient institution =
                published(FamilySample.UNIT, "{'name': {'sr-Cyrl': '%s'}, 'kind': 'office'}", "установа");
        EntryClient merged = part(institution, "саветовалиште");
        EntryClient heir = part(institution, "одсек");
        EntryClient desk = part(merged, "пријемно место");
        EntryClient line = channel(merged, "телефон саветовалишта");

        merge(merged, heir);
        assertThat(publicly(desk).getString("parent")).isEqualTo(heir.id);
        assertThat(publicly(line).getString("unit")).isEqualTo(heir.id);
        assertThat(given().get(merged.publicPath()).<String>path("replacedBy.id"))
                .isEqualTo(heir.id);

        EntryClient successor = closeWithSuccessor(institution, line);
        replaceChannelOfGuide(line, successor);
        seeThreeSetsInTheCalendar(institution);
        mendOutdatedEnglish(institution);
        assertThat(found("&attention=true")).isEmpty();
    }

    private EntryClient published(FamilySample sample, String content, String name) {
        return EntryClient.createPublished(sample, content.formatted(named(name)));
    }

    private String named(String name) {
        return "Проба " + word + " " + name;
    }

    private EntryClient part(EntryClient unit, String name) {
        return EntryClient.createPublished(
                FamilySample.UNIT, FamilySample.UNIT.contentReferencing(named(name), unit.id));
    }

    private EntryClient channel(EntryClient unit, String name) {
        return EntryClient.createPublished(
                FamilySample.CHANNEL, FamilySample.CHANNEL.contentReferencing(named(name), unit.id));
    }

    private static JsonPath publicly(EntryClient entry) {
        return EntryClient.ok(given().get(entry.publicPath()));
    }

    private List<String> found(String query) {
        Response page = EntryClient.editor()
                .urlEncodingEnabled(false)
                .get(ENTRIES + "?text=" + FamilySample.slug(word) + query);
        return EntryClient.ok(page).getList("data.id");
    }

    private static PublishingSetClient replacementSet(EntryClient entry, EntryClient by, String reason) {
        return PublishingSetClient.fromResponse(PublishingSetClient.json(
                        EntryClient.editor(),
                        "{'name': 'Замена', 'entry': '" + entry.id + "', 'replacedBy': '" + by.id + "', 'reason': '"
                                + reason + "'}")
                .post(REPLACEMENTS));
    }

    /** Looks at the consequences as an editor, and publishes the set as an approver. */
    private static void merge(EntryClient merged, EntryClient heir) {
        JsonPath preview = EntryClient.ok(
                EntryClient.editor().get(REPLACEMENTS + "?entry=" + merged.id + "&replacedBy=" + heir.id));
        assertThat(preview.getList("references")).hasSize(2);
        PublishingSetClient set = replacementSet(merged, heir, "merged");
        assertThat(set.approve(EntryClient.editor()).statusCode()).isEqualTo(403);
        EntryClient.ok(set.approve());
        EntryClient.ok(set.publish());
    }

    /** Closes a unit with a line of its own; what was its work is done by a new unit, whose line is returned. */
    private EntryClient closeWithSuccessor(EntryClient institution, EntryClient line) {
        EntryClient closing = part(institution, "одељење");
        EntryClient ending = channel(closing, "телефон одељења");
        EntryClient successor = EntryClient.createPublished(
                FamilySample.UNIT,
                "{'name': {'sr-Cyrl': '" + named("служба") + "'}, 'kind': 'office', 'parent': '" + institution.id
                        + "', 'predecessors': ['" + closing.id + "']}");
        EntryClient next = channel(successor, "телефон службе");

        closing.get();
        closing.patch(EntryClient.MERGE_PATCH, "{'dissolved': '2020-01-01'}");
        assertThat(closing.get().<List<String>>path("publishable.warnings.code"))
                .contains("channel-ends");
        closing.publish();

        List<String> open = EntryClient.ok(given().get("/api/v1/contact-channels/open-now?limit=100"))
                .getList("data.channel.id");
        assertThat(open).contains(line.id, next.id).doesNotContain(ending.id);
        assertThat(publicly(successor).<String>getList("predecessors")).containsExactly(closing.id);
        return next;
    }

    private void replaceChannelOfGuide(EntryClient line, EntryClient next) {
        EntryClient guide = EntryClient.createPublished(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(named("водич"), line.id));

        PublishingSetClient set = replacementSet(line, next, "replaced");
        EntryClient.ok(set.approve());
        EntryClient.ok(set.publish());

        assertThat(publicly(guide).<String>getList("steps[0].contactChannels")).containsExactly(next.id);
        assertThat(given().get(line.publicPath()).statusCode()).isEqualTo(410);
        assertThat(EntryClient.ok(next.get("/references")).<String>getList("data.entry"))
                .containsExactly(guide.id);
    }

    private void seeThreeSetsInTheCalendar(EntryClient institution) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusYears(2);
        List<PublishingSetClient> sets = new ArrayList<>();
        for (int hour = 8; hour <= 10; hour++) {
            EntryClient event = EntryClient.create(
                    FamilySample.EVENT,
                    FamilySample.EVENT.contentReferencing(named("догађај " + hour), institution.id));
            PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(event));
            EntryClient.ok(set.approve());
            EntryClient.ok(set.schedule(Instant.from(day.atTime(hour, 0).atOffset(ZoneOffset.UTC))));
            sets.add(set);
        }
        String days = "?from=" + day + "&to=" + day;
        JsonPath calendar = EntryClient.ok(EntryClient.editor().get(EntryClient.BASE + "schedules" + days));

        assertThat(calendar.<String>getList("data.set.id"))
                .containsExactlyElementsOf(sets.stream().map(set -> set.id).toList());
        assertThat(found("&scheduled=true")).hasSize(3);
        sets.forEach(set -> EntryClient.ok(set.unschedule()));
        assertThat(found("&scheduled=true")).isEmpty();
    }

    private void mendOutdatedEnglish(EntryClient institution) {
        institution.get();
        institution.patch(EntryClient.MERGE_PATCH, description("Помаже жртвама.", "It helps victims."));
        institution.publish();
        institution.patch(EntryClient.MERGE_PATCH, description("Помаже жртвама и сведоцима.", "It helps victims."));
        assertThat(institution.get().<List<String>>path("publishable.warnings.code"))
                .contains("translation-outdated");
        institution.publish();

        assertThat(found("&translation=outdated")).containsExactly(institution.id);
        assertThat(EntryClient.ok(given().get(institution.publicPath() + "?lang=en"))
                        .<String>getList("localisation.outdated"))
                .containsExactly("/description");
        institution.patch(
                EntryClient.MERGE_PATCH, description("Помаже жртвама и сведоцима.", "It helps victims and witnesses."));
        institution.publish();

        assertThat(found("&translation=outdated")).isEmpty();
        JsonPath english = EntryClient.ok(given().get(institution.publicPath() + "?lang=en"));
        assertThat(english.getString("description")).isEqualTo("It helps victims and witnesses.");
        assertThat(english.<String>getList("localisation.outdated")).isEmpty();
        assertThat(Instant.parse(institution.get().path("changedAt")))
                .isAfter(Instant.now().minus(1, ChronoUnit.HOURS));
    }

    private static String description(String cyrillic, String english) {
        return "{'description': {'sr-Cyrl': '" + cyrillic + "', 'en': '" + english + "'}}";
    }
}

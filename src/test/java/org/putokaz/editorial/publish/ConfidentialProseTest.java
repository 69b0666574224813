package org.putokaz.editorial.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.MARKED;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.STREET;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.below;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.channel;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.event;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.guide;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.unit;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.unitSaying;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;

/** By default a text about a confidential location that leads to the place is published with a warning. */
@HttpTest
@TestProfile(Apart.class)
class ConfidentialProseTest {

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    /** The warnings about places, each as its code and its pointer. */
    private static List<String> warnings(Response entryOrSet) {
        return entryOrSet.<List<Map<String, Object>>>path("publishable.warnings").stream()
                .filter(warning -> String.valueOf(warning.get("code")).startsWith("place-"))
                .map(warning -> warning.get("code") + " " + warning.get("pointer"))
                .toList();
    }

    private static EntryClient create(FamilySample sample, String content) {
        return EntryClient.create(sample, content);
    }

    @Test
    void theUnitItselfIsWarnedOf() {
        EntryClient shelter = create(FamilySample.UNIT, unitSaying("Кућа је у " + STREET + "."));

        assertThat(warnings(shelter.get())).containsExactly("place-street /content/description/sr-Cyrl");
        assertThat(shelter.get().<Boolean>path("publishable.ok")).isTrue();
        assertThat(shelter.publish().get().<String>path("publicSees")).isEqualTo("this-revision");
    }

    @ParameterizedTest
    @CsvSource({"Канаринчева 17, true", "Кућа је у Канаринчевој 17, true", "Кућа је у Београду, false"})
    void theSameTextOfAnOrdinaryUnitIsNot(String text, boolean found) {
        EntryClient ordinary = create(FamilySample.UNIT, unitSaying(text, "'confidentialLocation': false"));
        assertThat(warnings(ordinary.get())).isEmpty();

        ordinary.patch(EntryClient.MERGE_PATCH, "{" + MARKED + "}");
        assertThat(warnings(ordinary.get())).hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everythingBelowIsWarnedOf(boolean published) {
        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED));
        if (published) {
            shelter.publish();
        }
        EntryClient child = create(FamilySample.UNIT, unitSaying(STREET, below(shelter)));
        EntryClient grandchild = create(FamilySample.UNIT, unitSaying(STREET, below(child)));
        EntryClient phone = create(FamilySample.CHANNEL, channel(grandchild, "011 123 4567", STREET));
        EntryClient mobile = create(FamilySample.CHANNEL, channel(grandchild, "063 610 590", "Позовите."));

        assertThat(warnings(child.get())).containsExactly("place-street /content/description/sr-Cyrl");
        assertThat(warnings(grandchild.get())).containsExactly("place-street /content/description/sr-Cyrl");
        assertThat(warnings(phone.get()))
                .containsExactlyInAnyOrder(
                        "place-landline /content/value", "place-street /content/description/sr-Cyrl");
        assertThat(warnings(mobile.get())).isEmpty();
    }

    @Test
    void theChannelsOfTheUnitAboveAreWarnedOfButNotThoseBesideIt() {
        EntryClient parent = create(FamilySample.UNIT, unit("'confidentialLocation': false"));
        EntryClient sibling = create(FamilySample.UNIT, unitSaying(STREET, below(parent)));
        EntryClient phone = create(FamilySample.CHANNEL, channel(parent, "011 123 4567", STREET));
        EntryClient siblingPhone = create(FamilySample.CHANNEL, channel(sibling, "011 123 4567", STREET));
        assertThat(warnings(phone.get())).isEmpty();

        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED, below(parent)));
        assertThat(warnings(phone.get())).hasSize(2);
        assertThat(warnings(siblingPhone.get())).isEmpty();
        assertThat(warnings(sibling.get())).isEmpty();
        assertThat(warnings(parent.get())).isEmpty();

        shelter.patch(EntryClient.MERGE_PATCH, "{'confidentialLocation': false}");
        assertThat(warnings(phone.get())).isEmpty();
    }

    @Test
    void eventsAndGuidesAboutItAreWarnedOf() {
        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED));
        EntryClient ordinary = create(FamilySample.UNIT, unit("'confidentialLocation': false"));
        EntryClient phone = create(FamilySample.CHANNEL, channel(shelter, "063 610 590", "Позовите."));
        EntryClient other = create(FamilySample.CHANNEL, channel(ordinary, "063 610 590", "Позовите."));

        assertThat(warnings(create(FamilySample.EVENT, event(shelter, STREET)).get()))
                .containsExactly("place-street /content/body/sr-Cyrl");
        assertThat(warnings(create(FamilySample.GUIDE, guide(phone, STREET)).get()))
                .containsExactly("place-street /content/summary/sr-Cyrl");
        assertThat(warnings(create(FamilySample.EVENT, event(ordinary, STREET)).get()))
                .isEmpty();
        assertThat(warnings(create(FamilySample.GUIDE, guide(other, STREET)).get()))
                .isEmpty();
    }

    /** The other texts of the unit tell of its own place, which is no secret. */
    @Test
    void onlyTheServiceThatNamesAChannelOfItIsWarnedOf() {
        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED));
        EntryClient ordinary = create(FamilySample.UNIT, unit("'confidentialLocation': false"));
        EntryClient hidden = create(FamilySample.CHANNEL, channel(shelter, "063 610 590", "Позовите."));
        EntryClient open = create(FamilySample.CHANNEL, channel(ordinary, "063 610 590", "Позовите."));
        String text = "{'sr-Cyrl': '" + STREET + "'}";
        String ofOpen = FamilySample.service(
                UUID.randomUUID(), "otvorena", "'description': " + text, "'channels': ['" + open.id + "']");
        String ofHidden = FamilySample.service(
                UUID.randomUUID(),
                "ulica-kanarinceva-17",
                "'description': " + text,
                "'eligibility': " + text,
                "'cost': " + text,
                "'requiredDocuments': [" + text + "]",
                "'areaServed': [{'name': " + text + "}]",
                "'channels': ['" + hidden.id + "']");

        EntryClient offering = create(
                FamilySample.UNIT,
                unitSaying(STREET, "'confidentialLocation': false", "'services': [" + ofOpen + ", " + ofHidden + "]"));

        assertThat(warnings(offering.get()))
                .containsExactlyInAnyOrder(
                        "place-street /content/services/1/slug",
                        "place-street /content/services/1/description/sr-Cyrl",
                        "place-street /content/services/1/eligibility/sr-Cyrl",
                        "place-street /content/services/1/cost/sr-Cyrl",
                        "place-street /content/services/1/requiredDocuments/0/sr-Cyrl",
                        "place-street /content/services/1/areaServed/0/name/sr-Cyrl");
    }

    @Test
    void textsOfOtherEntriesThatTellOfAShelterAreWarnedOf() {
        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED));
        EntryClient ordinary = create(FamilySample.UNIT, unit("'confidentialLocation': false"));
        EntryClient phone = create(FamilySample.CHANNEL, channel(ordinary, "063 610 590", "Позовите."));

        assertThat(warnings(create(FamilySample.EVENT, event(ordinary, "Прихватилиште је у " + STREET))
                        .get()))
                .containsExactly("place-street /content/body/sr-Cyrl");
        assertThat(warnings(create(FamilySample.GUIDE, guide(phone, "Дођите у сигурну кућу: " + STREET))
                        .get()))
                .containsExactly("place-street /content/summary/sr-Cyrl");
        assertThat(warnings(create(FamilySample.UNIT, unitSaying("Склониште: " + STREET, below(ordinary)))
                        .get()))
                .containsExactly("place-street /content/description/sr-Cyrl");
        assertThat(shelter.get().<Boolean>path("publishable.ok")).isTrue();
    }

    /** The number that a second entry of one name gets in its slug is none of a house. */
    @Test
    void theNumberAfterANameThatIsTakenIsNoHouseNumber() {
        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED));
        String name = "Телефон " + FamilySample.uniqueWord() + " жртава трговине људима";
        String content = channel(shelter, "063 610 590", "Позовите.")
                .replaceFirst("'label': .*?, 'description'", "'label': {'sr-Cyrl': '" + name + "'}, 'description'");
        create(FamilySample.CHANNEL, content);
        create(FamilySample.CHANNEL, content);
        EntryClient third = create(FamilySample.CHANNEL, content);

        assertThat(third.get().<String>path("slug")).matches(".+-[0-9]");
        assertThat(warnings(third.get())).isEmpty();

        EntryClient house = EntryClient.fromResponse(
                FamilySample.CHANNEL,
                EntryClient.post(
                        FamilySample.CHANNEL,
                        "{'slug': '" + FamilySample.slug(FamilySample.uniqueName()) + "-savska-35', 'content': "
                                + content + "}"));
        assertThat(warnings(house.get())).hasSize(1);
    }

    @Test
    void aUnitStaysConfidentialWhileItsPublishedStateIsAndWhenItIsWithdrawn() {
        EntryClient shelter = EntryClient.createPublished(FamilySample.UNIT, unit(MARKED));
        EntryClient note = create(FamilySample.EVENT, event(shelter, STREET));
        shelter.patch(EntryClient.MERGE_PATCH, "{'confidentialLocation': false}");
        assertThat(warnings(note.get())).hasSize(1);

        shelter.withdraw("safety");
        assertThat(warnings(note.get())).hasSize(1);
    }

    @Test
    void slugsLinksAndValuesAreTexts() {
        EntryClient shelter = EntryClient.fromResponse(
                FamilySample.UNIT,
                EntryClient.post(
                        FamilySample.UNIT,
                        "{'slug': 'ulica-" + FamilySample.slug(FamilySample.uniqueWord()) + "-17', 'content': "
                                + unit(
                                        MARKED,
                                        "'formerNames': [{'name': {'sr-Cyrl': 'Кућа, " + STREET + "'}}]",
                                        "'attachments': [{'url': 'https://example.org/Savska-35.pdf', 'mediaType':"
                                                + " 'application/pdf', 'title': {'sr-Cyrl': '" + STREET + "'}}]",
                                        "'areaServed': [{'name': {'sr-Cyrl': '" + STREET + "'}}]",
                                        "'identifiers': [{'scheme': 'rs-mb', 'value': '01123456'},"
                                                + " {'scheme': 'tel', 'value': '01123456'}]",
                                        "'legalBasis': [{'title': {'sr-Cyrl': 'Одлука'}, 'url':"
                                                + " 'https://maps.app.goo.gl/abc'}]")
                                + "}"));
        assertThat(warnings(shelter.get()))
                .containsExactlyInAnyOrder(
                        "place-street /slug",
                        "place-street /content/formerNames/0/name/sr-Cyrl",
                        "place-street /content/areaServed/0/name/sr-Cyrl",
                        "place-landline /content/identifiers/1/value",
                        "place-street /content/attachments/0/url",
                        "place-street /content/attachments/0/title/sr-Cyrl",
                        "place-map-link /content/legalBasis/0/url");
    }

    @Test
    void theTextsOfHoursAreSearchedToo() {
        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED));
        EntryClient phone = create(FamilySample.CHANNEL, channel(shelter, "063 610 590", "Позовите."));
        phone.patch(
                EntryClient.MERGE_PATCH,
                "{'hours': {'timezone': 'Europe/Belgrade', 'alwaysOpen': true, 'label': {'sr-Cyrl': 'Телефоном'}},"
                        + " 'additionalHours': [{'timezone': 'Europe/Belgrade', 'byAppointment': true,"
                        + " 'label': {'sr-Cyrl': '" + STREET + "'}, 'note': {'sr-Cyrl': 'Дођите у " + STREET + "'}}]}");

        assertThat(warnings(phone.get()))
                .containsExactlyInAnyOrder(
                        "place-street /content/additionalHours/0/label/sr-Cyrl",
                        "place-street /content/additionalHours/0/note/sr-Cyrl");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sr-Cyrl | личи на улицу са кућним бројем | Изоставите адресу
            sr-Latn | liči na ulicu sa kućnim brojem | Izostavite adresu
            en      | looks like a street with a house number | Leave the address out
            """)
    void theMessageIsInTheLanguageOfTheRequest(String language, String what, String instead) {
        EntryClient shelter = create(
                FamilySample.UNIT, unit(MARKED, "'description': {'sr-Cyrl': 'Кућа.', 'en': 'At 17 Canary Street.'}"));
        Response entry =
                EntryClient.editor().header("Accept-Language", language).get(shelter.path());

        Map<String, Object> warning = entry.path("publishable.warnings.find { it.code == 'place-street' }");
        assertThat(warning)
                .containsEntry("pointer", "/content/description/en")
                .containsEntry("found", "17 Canary Street")
                .containsEntry("rule", "L13")
                .containsEntry("offset", 3);
        assertThat(String.valueOf(warning.get("message"))).contains("17 Canary Street", "(en)", what, instead);
    }

    @Test
    void aSetIsWarnedOfAndKnowsWhatItsOtherMembersMakeConfidential() {
        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED));
        EntryClient phone = create(FamilySample.CHANNEL, channel(shelter, "011 123 4567", "Позовите."));
        phone.submit().approve();
        String bound = PublishingSetClient.publish(shelter, ", 'revision': 1");
        shelter.patch(EntryClient.MERGE_PATCH, "{'confidentialLocation': false}");
        assertThat(warnings(phone.get())).isEmpty();

        PublishingSetClient set = PublishingSetClient.create(bound, PublishingSetClient.publish(phone));

        assertThat(warnings(set.get())).containsExactly("place-landline /members/1/content/value");
        Response published = set.publish();
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        // The clients of the entries learn here that these are published, and have to be withdrawn.
        assertThat(shelter.get().<Boolean>path("live.shown")).isTrue();
        assertThat(phone.get().<Boolean>path("live.shown")).isTrue();
    }

    @Test
    void aPublicNoteIsAText() {
        EntryClient shelter = create(FamilySample.UNIT, unit(MARKED));
        PublishingSetClient set = PublishingSetClient.create(
                PublishingSetClient.publish(shelter, ", 'note': {'sr-Cyrl': 'Пресељење у " + STREET + "'}"));
        assertThat(warnings(set.get())).containsExactly("place-street /members/0/note/sr-Cyrl");
    }

    @Test
    void aStreetWithoutAStreetWordAPathAndASlugAreTexts() {
        EntryClient shelter = EntryClient.fromResponse(
                FamilySample.UNIT,
                EntryClient.post(
                        FamilySample.UNIT,
                        "{'slug': 'kuca-" + FamilySample.slug(FamilySample.uniqueWord()) + "-savska-35', 'content': "
                                + unitSaying(
                                        "Кућа је у Теразијама 3. Жртава 35. Видите [овде](/sigurna-kuca-savska-35).")
                                + "}"));
        assertThat(warnings(shelter.get()))
                .containsExactlyInAnyOrder(
                        "place-street /slug",
                        "place-name-with-number /content/description/sr-Cyrl",
                        "place-street /content/description/sr-Cyrl");
    }

    /** Of an entry that has nothing to do with a shelter the note is a text when it tells of one. */
    @Test
    void theNoteOnAnotherEntryIsATextWhenItTellsOfAShelter() {
        EntryClient shelter = EntryClient.createPublished(FamilySample.UNIT, unit(MARKED));
        EntryClient office = EntryClient.createPublished(
                FamilySample.UNIT, unitSaying("Радимо у " + STREET + ".", "'confidentialLocation': false"));
        String withdrawal = "{'entry': '" + office.id
                + "', 'action': 'withdraw', 'reason': 'replaced', 'replacedBy': '%s'," + " 'note': {'sr-Cyrl': '%s'}}";
        EntryClient other = EntryClient.createPublished(FamilySample.UNIT, unit("'confidentialLocation': false"));

        assertThat(noteWarnings(withdrawal.formatted(other.id, "Прихватилиште је сада у Савској 35.")))
                .containsExactly("place-street /members/0/note/sr-Cyrl");
        assertThat(noteWarnings(withdrawal.formatted(shelter.id, "Сада смо у Савској 35.")))
                .containsExactly("place-street /members/0/note/sr-Cyrl");
        assertThat(noteWarnings(withdrawal.formatted(other.id, "Канцеларија је сада у Савској 35.")))
                .isEmpty();
        // The text of the office itself is none about a shelter.
        assertThat(warnings(office.get())).isEmpty();
    }

    private static List<String> noteWarnings(String member) {
        PublishingSetClient set = PublishingSetClient.create(member);
        List<String> found = warnings(set.get());
        set.cancel();
        return found;
    }

    @Test
    void aWarningDoesNotKeepAScheduleFromPublishing() {
        EntryClient shelter = create(FamilySample.UNIT, unitSaying(STREET));
        Response scheduled = EntryScheduleClient.publish(shelter, EntryScheduleClient.after(Duration.ofMillis(300)));
        assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(200);
        assertThat(warnings(scheduled)).hasSize(1);
        assertThat(EntryScheduleClient.awaitEnd(shelter).<String>path("schedule.state"))
                .isEqualTo("done");
    }

    @Test
    void theListCountsTheWarnings() {
        EntryClient shelter = create(FamilySample.UNIT, unitSaying(STREET));
        String name = shelter.get().path("content.name.sr-Cyrl");
        assertThat(EntryClient.editor()
                        .queryParam("text", name)
                        .get(EntryClient.BASE + FamilySample.UNIT.family)
                        .<Integer>path("data[0].warnings"))
                .isEqualTo(1);
    }
}

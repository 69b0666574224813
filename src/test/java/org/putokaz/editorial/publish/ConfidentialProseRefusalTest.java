package org.putokaz.editorial.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.MARKED;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.STREET;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.below;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.channel;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.event;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.unit;
import static org.putokaz.editorial.publish.ConfidentialProseFixture.unitSaying;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Watched;

/** With {@code putokaz.editorial.confidential-prose=error} a text that leads to a confidential place is not published. */
@HttpTest
@TestProfile(Watched.class)
class ConfidentialProseRefusalTest {

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static void assertRefused(Response refused, String pointer) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("place-street");
        assertThat(refused.<String>path("violations[0].pointer")).isEqualTo(pointer);
    }

    private static int publicStatus(EntryClient entry) {
        return given().get(entry.publicPath()).statusCode();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sr-Cyrl | личи на улицу | Изоставите адресу
            sr-Latn | liči na ulicu | Izostavite adresu
            en      | looks like a street | Leave the address out
            """)
    void anEntryIsRefusedInTheLanguageOfTheRequest(String language, String what, String instead) {
        EntryClient shelter = EntryClient.create(FamilySample.UNIT, unitSaying("Кућа је у " + STREET + "."));
        assertThat(shelter.get().<Boolean>path("publishable.ok")).isFalse();
        assertThat(shelter.get().<String>path("publishable.errors[0].code")).isEqualTo("place-street");
        assertThat(shelter.get().<String>path("publishable.errors[0].found")).isEqualTo(STREET);

        Response refused =
                shelter.transition("publish", "", EntryClient.approver().header("Accept-Language", language));

        assertRefused(refused, "/content/description/sr-Cyrl");
        assertThat(refused.<String>path("violations[0].message")).contains(STREET, "(sr-Cyrl)", what, instead);
        assertThat(publicStatus(shelter)).isEqualTo(404);

        shelter.save(unitSaying("Кућа је безбедна."));
        shelter.publish();
        assertThat(publicStatus(shelter)).isEqualTo(200);
    }

    @Test
    void aPublicNoteIsRefusedAlsoOfAWithdrawal() {
        EntryClient shelter = EntryClient.create(FamilySample.UNIT, unit(MARKED));
        String note = "'note': {'sr-Cyrl': 'Пресељење у " + STREET + "'}";
        assertRefused(shelter.transition("publish", "{" + note + "}"), "/note/sr-Cyrl");
        shelter.publish();
        assertRefused(shelter.transition("withdraw", "{'reason': 'error', " + note + "}"), "/note/sr-Cyrl");
        assertThat(publicStatus(shelter)).isEqualTo(200);
    }

    @Test
    void aNameWithANumberAndTheNoteOnAnotherEntryAreWarningsOnly() {
        EntryClient shelter = EntryClient.create(FamilySample.UNIT, unitSaying("Кућа је у Теразијама 3."));
        assertThat(shelter.get().<List<String>>path("publishable.warnings.code"))
                .contains("place-name-with-number");
        shelter.publish();
        EntryClient office = EntryClient.create(FamilySample.UNIT, unit("'confidentialLocation': false"));
        office.publish();
        Response withdrawn = office.transition(
                "withdraw", "{'reason': 'error', 'note': {'sr-Cyrl': 'Прихватилиште је у " + STREET + ".'}}");
        assertThat(withdrawn.statusCode()).as(withdrawn.asString()).isEqualTo(200);
    }

    @Test
    void aSetIsRefusedAsAWhole() {
        EntryClient shelter = EntryClient.create(FamilySample.UNIT, unit(MARKED));
        EntryClient about = EntryClient.create(FamilySample.EVENT, event(shelter, STREET));
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(shelter), PublishingSetClient.publish(about));
        assertThat(set.get().<List<String>>path("publishable.errors.code")).containsExactly("place-street");

        assertRefused(set.publish(), "/members/1/content/body/sr-Cyrl");
        assertThat(publicStatus(shelter)).isEqualTo(404);
        assertRefused(
                set.schedule(EntryScheduleClient.after(EntryScheduleClient.LATER)), "/members/1/content/body/sr-Cyrl");
    }

    @Test
    void aScheduleIsRefused() {
        EntryClient shelter = EntryClient.create(FamilySample.UNIT, unitSaying(STREET));
        assertRefused(
                EntryScheduleClient.publish(shelter, EntryScheduleClient.after(EntryScheduleClient.LATER)),
                "/content/description/sr-Cyrl");
    }

    /** The unit becomes confidential after the schedule was set. */
    @Test
    void aScheduleFailsWhenTheUnitHasBecomeConfidential() {
        EntryClient house = EntryClient.create(FamilySample.UNIT, unit("'confidentialLocation': false"));
        house.publish();
        EntryClient about = EntryClient.create(FamilySample.EVENT, event(house, STREET));
        EntryClient inSet = EntryClient.create(FamilySample.EVENT, event(house, STREET));
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(inSet));
        assertThat(EntryScheduleClient.publish(about, EntryScheduleClient.after(Duration.ofSeconds(2)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(set.schedule(EntryScheduleClient.after(Duration.ofSeconds(2)))
                        .statusCode())
                .isEqualTo(200);
        house.patch(EntryClient.MERGE_PATCH, "{" + MARKED + "}");

        assertThat(EntryScheduleClient.awaitEnd(about).<String>path("schedule.failure"))
                .isEqualTo("place-street");
        Await.until("the set", () -> "failed".equals(set.get().<String>path("status")));
        assertThat(set.get().<String>path("schedule.failure")).isEqualTo("place-street");
        assertThat(publicStatus(about)).isEqualTo(404);
        assertThat(publicStatus(inSet)).isEqualTo(404);
    }

    @Test
    void theNumberOfTheUnitAboveIsPublishedWithAWarningButNotItsText() {
        EntryClient parent = EntryClient.createPublished(FamilySample.UNIT, unit("'confidentialLocation': false"));
        EntryClient.createPublished(FamilySample.UNIT, unit(MARKED, below(parent)));
        EntryClient phone = EntryClient.create(FamilySample.CHANNEL, channel(parent, "011 123 4567", STREET));
        phone.submit().approve();
        assertThat(phone.get().<List<String>>path("publishable.warnings.code")).contains("place-landline");
        assertRefused(phone.transition("publish", ""), "/content/description/sr-Cyrl");

        phone.save(channel(parent, "011 123 4567", "Позовите."));
        phone.publish();
        assertThat(publicStatus(phone)).isEqualTo(200);
    }

    @Test
    void aLandlineOfTheUnitItselfIsRefused() {
        EntryClient shelter = EntryClient.createPublished(FamilySample.UNIT, unit(MARKED));
        EntryClient phone = EntryClient.create(FamilySample.CHANNEL, channel(shelter, "011 123 4567", "Позовите."));
        phone.submit().approve();
        Response refused = phone.transition("publish", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("place-landline");
        assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/content/value");
        assertThat(refused.<String>path("violations[0].message")).contains("011 123 4567", "(value)");
    }

    @Test
    void theSafetyWithdrawalItselfIsNeverRefusedForItsContent() {
        EntryClient shelter =
                EntryClient.create(FamilySample.UNIT, unit("'description': {'sr-Cyrl': '" + STREET + "'}"));
        shelter.publish();
        shelter.patch(EntryClient.MERGE_PATCH, "{" + MARKED + "}");
        shelter.withdraw("safety");
        assertThat(publicStatus(shelter)).isEqualTo(410);
    }
}

package org.putokaz.editorial.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.Tokens;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.read.LiveEntryRepository;

/** Publications of content packs become revisions that editors can continue from, and no draft is lost by them. */
@DatabaseTest
@TestProfile(Apart.class)
class LiveChangeRecorderTest {

    private static final String UNITS = EntryClient.BASE + ScratchEntries.UNITS + "/";

    @Inject
    LiveChangeRecorder recorder;

    @Inject
    LiveEntryRepository live;

    @Inject
    ScratchEntries scratch;

    @AfterEach
    void clear() {
        EntryClient.withdrawAllPublished();
        scratch.withdrawAll();
    }

    private static Response unit(UUID id) {
        return EntryClient.editor().get(UNITS + id);
    }

    private static String unitNamed(String name) {
        return "{'name': {'sr-Cyrl': '" + name + "', 'en': 'Trial'}, 'kind': 'office', 'sortOrder': 900}";
    }

    @Test
    void theCentersOwnPackIsThereToBeEdited() {
        Response phone = EntryClient.editor().get(EntryClient.BASE + "contact-channels/" + Center.PHONE);
        assertThat(phone.statusCode()).isEqualTo(200);
        assertThat(phone.<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(phone.<String>path("slug")).isEqualTo(Center.PHONE_SLUG);
        assertThat(phone.<Boolean>path("publishable.ok")).isTrue();
    }

    @Test
    void aPublicationOfAPackBecomesARevision() {
        String name = FamilySample.uniqueName();
        UUID id = scratch.publish(ScratchEntries.UNITS, FamilySample.slug(name), unitNamed(name));
        assertThat(unit(id).statusCode()).isEqualTo(404);
        recorder.catchUp();

        Response entry = unit(id);
        assertThat(entry.<Integer>path("revision")).isEqualTo(1);
        assertThat(entry.<String>path("status")).isEqualTo("published");
        assertThat(entry.<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(entry.<Integer>path("live.position")).isEqualTo((int) scratch.position());
        assertThat(entry.<Map<String, String>>path("content.name")).isEqualTo(Map.of("sr-Cyrl", name, "en", "Trial"));
        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?entry=" + id);
        assertThat(trail.<String>path("data[0].action")).isEqualTo("published-by-pack");
        assertThat(trail.<String>path("data[0].actor.id")).isEqualTo("service:content-pack");
    }

    @Test
    void catchingUpTwiceDoesNothing() {
        String name = FamilySample.uniqueName();
        UUID id = scratch.publish(ScratchEntries.UNITS, FamilySample.slug(name), unitNamed(name));
        EntryClient own = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content());
        recorder.catchUp();
        String entry = unit(id).asString();
        String tag = unit(id).header("ETag");
        String mine = own.get().asString();
        String mineTag = own.tag;
        int lines = Tokens.asAdmin().get("/editorial/v1/audit?limit=1").path("data[0].position");

        recorder.catchUp();
        recorder.catchUp();

        assertThat(unit(id).asString()).isEqualTo(entry);
        assertThat(unit(id).header("ETag")).isEqualTo(tag);
        assertThat(own.get().asString()).isEqualTo(mine);
        assertThat(own.tag).isEqualTo(mineTag);
        assertThat(own.get().<Integer>path("revision")).isEqualTo(1);
        assertThat(Tokens.asAdmin().get("/editorial/v1/audit?limit=1").<Integer>path("data[0].position"))
                .isEqualTo(lines);
    }

    @Test
    void derivedLatinFollowsTheCyrillicThatIsEditedLater() {
        String name = "Жута " + FamilySample.uniqueWord();
        UUID id = scratch.publish(ScratchEntries.UNITS, FamilySample.slug(FamilySample.uniqueName()), unitNamed(name));
        recorder.catchUp();
        Response patched = EntryClient.approver()
                .header("If-Match", unit(id).header("ETag"))
                .contentType(EntryClient.MERGE_PATCH)
                .body("{\"name\": {\"sr-Cyrl\": \"Љубичаста кућа\"}}")
                .patch(UNITS + id);
        Response published = EntryClient.approver()
                .header("If-Match", patched.header("ETag"))
                .contentType(ContentType.JSON)
                .post(UNITS + id + "/publish");

        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(given().get("/api/v1/organisational-units/" + id + "?lang=sr-Latn")
                        .<String>path("name"))
                .isEqualTo("Ljubičasta kuća");
    }

    @Test
    void authoredLatinTextStays() {
        UUID id = scratch.publish(
                ScratchEntries.UNITS,
                FamilySample.slug(FamilySample.uniqueName()),
                "{'name': {'sr-Cyrl': 'Вајбер', 'sr-Latn': 'Viber'}, 'kind': 'office', 'sortOrder': 900}");
        recorder.catchUp();
        assertThat(unit(id).<Map<String, String>>path("content.name"))
                .isEqualTo(Map.of("sr-Cyrl", "Вајбер", "sr-Latn", "Viber"));
    }

    @Test
    void anUnpublishedDraftStaysAmongTheRevisions() {
        String name = FamilySample.uniqueName();
        UUID id = scratch.publish(ScratchEntries.UNITS, FamilySample.slug(name), unitNamed(name));
        recorder.catchUp();
        String draft = FamilySample.uniqueName();
        EntryClient.approver()
                .header("If-Match", unit(id).header("ETag"))
                .contentType(EntryClient.MERGE_PATCH)
                .body(EntryClient.json("{'name': {'sr-Cyrl': '" + draft + "'}}"))
                .patch(UNITS + id);
        String third = FamilySample.uniqueName();
        scratch.publish(ScratchEntries.UNITS, id, FamilySample.slug(name), unitNamed(third));
        recorder.catchUp();

        assertThat(unit(id).<Integer>path("revision")).isEqualTo(3);
        assertThat(unit(id).<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(unit(id).asString()).contains(third);
        assertThat(EntryClient.editor().get(UNITS + id + "/revisions/2").asString())
                .contains(draft);
        assertThat(EntryClient.editor().get(UNITS + id + "/revisions/1").<String>path("stage"))
                .isEqualTo("superseded");
    }

    /** Another node withdraws between the read of the feed and the read of the entry. */
    @Test
    void anEntryThatChangesWhileTheFeedIsReadIsLeftToItsLaterChange() {
        String name = FamilySample.uniqueName();
        UUID id = scratch.publish(ScratchEntries.UNITS, FamilySample.slug(name), unitNamed(name));
        LiveEntry asRead =
                QuarkusTransaction.requiringNew().call(() -> live.find(id).orElseThrow());
        scratch.withdraw(id, WithdrawalReason.ERROR);

        assertThat(QuarkusTransaction.requiringNew().call(() -> recorder.recordChange(asRead)))
                .isEmpty();
        assertThat(unit(id).statusCode()).isEqualTo(404);
        recorder.catchUp();
        assertThat(unit(id).<String>path("publicSees")).isEqualTo("gone");
    }

    @Test
    void aWithdrawalOfAPackWithdrawsTheEntry() {
        String name = FamilySample.uniqueName();
        UUID seen = scratch.publish(ScratchEntries.UNITS, FamilySample.slug(name), unitNamed(name));
        recorder.catchUp();
        UUID unseen =
                scratch.publish(ScratchEntries.UNITS, FamilySample.slug(FamilySample.uniqueName()), unitNamed(name));
        scratch.withdraw(seen, WithdrawalReason.ERROR);
        scratch.withdraw(unseen, WithdrawalReason.ERROR);
        recorder.catchUp();

        for (UUID id : new UUID[] {seen, unseen}) {
            assertThat(unit(id).<String>path("publicSees")).isEqualTo("gone");
            assertThat(unit(id).<String>path("status")).isEqualTo("withdrawn");
        }
        assertThat(unit(seen).asString()).contains(name);
    }

    /** The published entry keeps its address: a start must not fail because of a draft. */
    @Test
    void aDraftGivesItsSlugUpToAPublishedEntry() {
        String slug = FamilySample.slug(FamilySample.uniqueName());
        EntryClient draft = EntryClient.fromResponse(
                FamilySample.UNIT,
                EntryClient.post(
                        FamilySample.UNIT, "{'slug': '" + slug + "', 'content': " + FamilySample.UNIT.content() + "}"));
        UUID id = scratch.publish(ScratchEntries.UNITS, slug, unitNamed(FamilySample.uniqueName()));
        recorder.catchUp();

        assertThat(unit(id).<String>path("slug")).isEqualTo(slug);
        assertThat(draft.get().<Boolean>path("publishable.ok")).isFalse();
        assertThat(draft.get().<List<String>>path("publishable.errors.pointer")).contains("/slug");
        assertThat(draft.put("{'slug': '" + slug + "-b', 'content': " + FamilySample.UNIT.content() + "}")
                        .<Boolean>path("publishable.ok"))
                .isTrue();
    }
}

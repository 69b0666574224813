package org.putokaz.editorial.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Audit trail of editorial work: every change with its actor, and never a word of the text. */
@DatabaseTest
@TestProfile(Apart.class)
class EditorialAuditTest {

    private static final Set<String> DETAILS =
            Set.of("digest", "importance", "position", "reason", "replacedBy", "redactedRevisions");

    @AfterEach
    void verifyTheAuditChain() {
        EntryClient.withdrawAllPublished();
        assertThat(Tokens.asAdmin().get("/editorial/v1/audit/verify").<Boolean>path("ok"))
                .isTrue();
    }

    private static Response trail(EntryClient draft) {
        return Tokens.asAdmin().get("/editorial/v1/audit?limit=100&entry=" + draft.id);
    }

    @EveryFamilyTest
    void eachChangeLeavesOneEntryWithItsRevision(FamilySample sample) {
        String word = FamilySample.uniqueWord();
        EntryClient draft = EntryClient.create(sample, sample.content("Проба " + word));
        draft.put("{'note': '" + word + "', 'content': " + sample.content("Проба друга " + word) + "}");
        draft.submit();
        draft.transition("reject", "{'reason': '" + word + "'}");
        draft.submit().approve();
        draft.transition("publish", "{'importance': 'minor', 'note': {'sr-Cyrl': '" + word + "'}}");
        draft.transition("revisions/1/restore", "", EntryClient.editor());
        draft.withdraw("error");

        Response trail = trail(draft);
        assertThat(trail.<List<String>>path("data.action"))
                .containsExactly(
                        "withdrawn",
                        "saved",
                        "published",
                        "approved",
                        "submitted",
                        "rejected",
                        "submitted",
                        "saved",
                        "saved");
        assertThat(trail.<List<Integer>>path("data.revision")).containsExactly(2, 3, 2, 2, 2, 2, 2, 2, 1);
        assertThat(trail.<List<String>>path("data.family")).containsOnly(sample.family);
        assertThat(trail.<List<String>>path("data.entry")).containsOnly(draft.id);
        assertThat(trail.<List<String>>path("data.actor.name"))
                .containsExactly(
                        "Proba approver",
                        "Proba editor",
                        "Proba approver",
                        "Proba approver",
                        "Proba editor",
                        "Proba approver",
                        "Proba editor",
                        "Proba editor",
                        "Proba editor");
        Set<String> names = new TreeSet<>();
        trail.<List<Map<String, String>>>path("data.details").forEach(details -> names.addAll(details.keySet()));
        assertThat(DETAILS).containsAll(names);
        assertThat(SearchFolding.fold(trail.asString())).doesNotContain(SearchFolding.fold(word));
    }

    @Test
    void whatWasRefusedLeavesNone() {
        EntryClient draft = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        draft.transition("publish", "");
        draft.transition("approve", "");
        draft.transition("withdraw", "{'reason': 'error'}");
        draft.put(EntryClient.contentBody("{'unit': 3}"));
        draft.patch(EntryClient.JSON_PATCH, "[{'op': 'remove', 'path': '/x'}]");
        draft.transition("submit", "", Tokens.as(Role.PARTNER));
        draft.tag = "\"old\"";
        draft.put(EntryClient.contentBody(FamilySample.CHANNEL.content()));
        assertThat(trail(draft).<List<String>>path("data.action")).containsExactly("saved");
    }

    @Test
    void aSavedTextIsProvedByItsDigestAndNotGivenAwayByIt() {
        String content = FamilySample.EVENT.content();
        EntryClient one = EntryClient.create(FamilySample.EVENT, content);
        EntryClient two = EntryClient.create(FamilySample.EVENT, content);
        String first = trail(one).path("data[0].details.digest");
        assertThat(first).matches("[0-9a-f]{64}").isNotEqualTo(trail(two).path("data[0].details.digest"));
    }
}

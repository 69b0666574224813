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
import org.putokaz.editorial.Draft;
import org.putokaz.editorial.EveryFamily;
import org.putokaz.editorial.Sample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Whoever did something with an entry stands in the trail, and nothing that was written does. */
@DatabaseTest
@TestProfile(Apart.class)
class EditorialAuditTest {

    private static final Set<String> DETAILS =
            Set.of("digest", "importance", "position", "reason", "replacedBy", "redactedRevisions");

    @AfterEach
    void theTrailHolds() {
        Draft.clear();
        assertThat(Tokens.asAdmin().get("/editorial/v1/audit/verify").<Boolean>path("ok"))
                .isTrue();
    }

    private static Response trail(Draft draft) {
        return Tokens.asAdmin().get("/editorial/v1/audit?limit=100&entry=" + draft.id);
    }

    @EveryFamily
    void eachActLeavesOneLineWithItsRevision(Sample of) {
        String word = Sample.word();
        Draft draft = Draft.begin(of, of.content("Проба " + word));
        draft.put("{'note': '" + word + "', 'content': " + of.content("Проба друга " + word) + "}");
        draft.submit();
        draft.act("reject", "{'reason': '" + word + "'}");
        draft.submit().approve();
        draft.act("publish", "{'importance': 'minor', 'note': {'sr-Cyrl': '" + word + "'}}");
        draft.act("revisions/1/restore", "", Draft.editor());
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
        assertThat(trail.<List<String>>path("data.family")).containsOnly(of.family);
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
        assertThat(SearchFolding.of(trail.asString())).doesNotContain(SearchFolding.of(word));
    }

    @Test
    void whatWasRefusedLeavesNone() {
        Draft draft = Draft.begin(Sample.CHANNEL, Sample.CHANNEL.content());
        draft.act("publish", "");
        draft.act("approve", "");
        draft.act("withdraw", "{'reason': 'error'}");
        draft.put(Draft.wrapped("{'unit': 3}"));
        draft.patch(Draft.OPERATIONS, "[{'op': 'remove', 'path': '/x'}]");
        draft.act("submit", "", Tokens.as(Role.PARTNER));
        draft.tag = "\"old\"";
        draft.put(Draft.wrapped(Sample.CHANNEL.content()));
        assertThat(trail(draft).<List<String>>path("data.action")).containsExactly("saved");
    }

    @Test
    void aSavedTextIsProvedByItsDigestAndNotGivenAwayByIt() {
        String content = Sample.EVENT.content();
        Draft one = Draft.begin(Sample.EVENT, content);
        Draft two = Draft.begin(Sample.EVENT, content);
        String first = trail(one).path("data[0].details.digest");
        assertThat(first).matches("[0-9a-f]{64}").isNotEqualTo(trail(two).path("data[0].details.digest"));
    }
}

package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.Draft;
import org.putokaz.editorial.EveryFamily;
import org.putokaz.editorial.Sample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;

/** Editors find every entry, whatever its state, in whatever script they type. */
@DatabaseTest
@TestProfile(Apart.class)
class EntryListTest {

    private static final int MANY = 25;

    private static Response list(Sample of, String query) {
        return Draft.editor().get(Draft.BASE + of.family + "?" + query);
    }

    private static List<String> ids(Sample of, String query) {
        Response list = list(of, query);
        assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
        return list.path("data.id");
    }

    @EveryFamily
    void pagesHoldEachEntryOnceWhileOthersAreAdded(Sample of) {
        String word = Sample.word();
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            begun.add(Draft.begin(of, of.content("Проба " + word + " " + i)).id);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = Draft.editor()
                    .urlEncodingEnabled(false)
                    .get(Draft.BASE + of.family + "?limit=10&text=" + Sample.slug(word)
                            + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.path("data.id"));
            cursor = page.path("page.next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
            Draft.begin(of, of.content("Проба " + word + " нова"));
        } while (cursor != null);

        Collections.reverse(begun);
        assertThat(seen).isEqualTo(begun);
    }

    @EveryFamily
    void wordsAreFoundInEitherScriptAndWithoutTheirMarks(Sample of) {
        String word = Sample.word();
        String id = Draft.begin(of, of.content("Љубичаста ђачка " + word)).id;
        String latin = Sample.slug(word);
        for (String text : List.of(
                "Љубичаста ђачка " + word,
                "љубичаста ЂАЧКА",
                "Ljubičasta đačka " + latin,
                "ljubicasta djacka " + latin,
                latin)) {
            assertThat(Draft.editor()
                            .queryParam("text", text)
                            .get(Draft.BASE + of.family)
                            .<List<String>>path("data.id"))
                    .as(text)
                    .contains(id);
        }
        assertThat(ids(of, "text=" + latin + "x")).isEmpty();
        assertThat(ids(of, "text=%25")).isEmpty();
        assertThat(ids(of, "text=" + latin.replaceFirst(".$", "_"))).isEmpty();
    }

    @EveryFamily
    void entriesAreFoundByTheirStage(Sample of) {
        String word = Sample.word();
        String draft = Draft.begin(of, of.content("Проба " + word + " прва")).id;
        Draft submitted =
                Draft.begin(of, of.content("Проба " + word + " друга")).submit();
        String rejected =
                Draft.begin(of, of.content("Проба " + word + " трећа")).submit().reject().id;
        String text = "text=" + Sample.slug(word);

        assertThat(ids(of, text + "&status=draft")).containsExactly(draft);
        assertThat(ids(of, text + "&status=submitted")).containsExactly(submitted.id);
        assertThat(ids(of, text + "&status=rejected")).containsExactly(rejected);
        assertThat(ids(of, text + "&status=published")).isEmpty();
        submitted.save(of.content("Проба " + word + " друга опет"));
        assertThat(ids(of, text + "&status=draft")).containsExactly(submitted.id, draft);
    }

    @EveryFamily
    void whatNeedsAttentionIsFoundAndNothingElse(Sample of) {
        String word = Sample.word();
        Draft fine = Draft.begin(of, of.content("Проба " + word + " добра"));
        String lacking = Draft.begin(of, "{'" + of.nameField + "': {'sr-Cyrl': 'Проба " + word + "'}}").id;
        String rejected =
                Draft.begin(of, of.content("Проба " + word + " лоша")).submit().reject().id;
        String text = "text=" + Sample.slug(word);

        assertThat(ids(of, text + "&attention=false")).containsExactly(fine.id);
        assertThat(ids(of, text + "&attention=true")).containsExactly(rejected, lacking);
        fine.patch(Draft.MERGE, "{'" + of.nameField + "': null}");
        assertThat(ids(of, text + "&attention=true")).containsExactly(rejected, lacking, fine.id);
        assertThat(ids(of, text + "&attention=false")).isEmpty();
    }

    @EveryFamily
    void entriesAreFoundByWhatTheyName(Sample of) {
        String other = Sample.unknownId();
        Draft draft = Draft.begin(of, of.naming(Sample.newName(), other));

        assertThat(ids(of, "unit=" + other)).containsExactly(draft.id);
        draft.save(of.content());
        assertThat(ids(of, "unit=" + other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=live",
                "status=DRAFT",
                "unit=x",
                "attention=yes",
                "limit=0",
                "limit=101",
                "cursor=x",
                "text=",
                "sort=name",
                "fields=id",
                "status=draft&status=draft"
            })
    void whatCannotBeAskedIsRefused(String query) {
        Response refused = list(Sample.CHANNEL, query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=draft", "text=a", "attention=true"})
    void aCursorBelongsToItsQuery(String query) {
        Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Draft.begin(Sample.EVENT, Sample.EVENT.content());
        String cursor = list(Sample.EVENT, "limit=1").path("page.next");
        Response refused = Draft.editor()
                .urlEncodingEnabled(false)
                .get(Draft.BASE + Sample.EVENT.family + "?limit=1&" + query + "&cursor=" + cursor);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("code")).isEqualTo("invalid-cursor");
    }
}

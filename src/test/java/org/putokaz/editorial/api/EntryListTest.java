package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;

/** Lists of entries: pages, filters, and search in both scripts. */
@DatabaseTest
@TestProfile(Apart.class)
class EntryListTest {

    private static final int ENTRIES = 25;

    private static Response list(FamilySample sample, String query) {
        return EntryClient.editor().get(EntryClient.BASE + sample.family + "?" + query);
    }

    private static List<String> ids(FamilySample sample, String query) {
        Response list = list(sample, query);
        assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
        return list.path("data.id");
    }

    @EveryFamilyTest
    void pagesHoldEachEntryOnceWhileOthersAreAdded(FamilySample sample) {
        String word = FamilySample.uniqueWord();
        List<String> created = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            created.add(EntryClient.create(sample, sample.content("Проба " + word + " " + i)).id);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = EntryClient.editor()
                    .urlEncodingEnabled(false)
                    .get(EntryClient.BASE + sample.family + "?limit=10&text=" + FamilySample.slug(word)
                            + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.path("data.id"));
            cursor = page.path("page.next");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
            EntryClient.create(sample, sample.content("Проба " + word + " нова"));
        } while (cursor != null);

        Collections.reverse(created);
        assertThat(seen).isEqualTo(created);
    }

    @EveryFamilyTest
    void wordsAreFoundInEitherScriptAndWithoutTheirMarks(FamilySample sample) {
        String word = FamilySample.uniqueWord();
        String id = EntryClient.create(sample, sample.content("Љубичаста ђачка " + word)).id;
        String latin = FamilySample.slug(word);
        for (String text : List.of(
                "Љубичаста ђачка " + word,
                "љубичаста ЂАЧКА",
                "Ljubičasta đačka " + latin,
                "ljubicasta djacka " + latin,
                latin)) {
            assertThat(EntryClient.editor()
                            .queryParam("text", text)
                            .get(EntryClient.BASE + sample.family)
                            .<List<String>>path("data.id"))
                    .as(text)
                    .contains(id);
        }
        assertThat(ids(sample, "text=" + latin + "x")).isEmpty();
        assertThat(ids(sample, "text=%25")).isEmpty();
        assertThat(ids(sample, "text=" + latin.replaceFirst(".$", "_"))).isEmpty();
    }

    @Test
    void aUnitIsFoundByANameThatItHad() {
        String word = FamilySample.uniqueWord();
        String id = EntryClient.create(
                        FamilySample.UNIT,
                        FamilySample.UNIT
                                .content()
                                .replaceFirst(
                                        "'kind'",
                                        "'formerNames': [{'name': {'sr-Cyrl': 'Завод " + word + "'}}], 'kind'"))
                .id;
        assertThat(ids(FamilySample.UNIT, "text=" + FamilySample.slug(word))).containsExactly(id);
    }

    @EveryFamilyTest
    void entriesAreFoundByTheirStage(FamilySample sample) {
        String word = FamilySample.uniqueWord();
        String draft = EntryClient.create(sample, sample.content("Проба " + word + " прва")).id;
        EntryClient submitted = EntryClient.create(sample, sample.content("Проба " + word + " друга"))
                .submit();
        String rejected = EntryClient.create(sample, sample.content("Проба " + word + " трећа"))
                .submit()
                .reject()
                .id;
        String text = "text=" + FamilySample.slug(word);

        assertThat(ids(sample, text + "&status=draft")).containsExactly(draft);
        assertThat(ids(sample, text + "&status=submitted")).containsExactly(submitted.id);
        assertThat(ids(sample, text + "&status=rejected")).containsExactly(rejected);
        assertThat(ids(sample, text + "&status=published")).isEmpty();
        submitted.save(sample.content("Проба " + word + " друга опет"));
        assertThat(ids(sample, text + "&status=draft")).containsExactly(submitted.id, draft);
    }

    @EveryFamilyTest
    void whatNeedsAttentionIsFoundAndNothingElse(FamilySample sample) {
        String word = FamilySample.uniqueWord();
        EntryClient fine = EntryClient.create(sample, sample.content("Проба " + word + " добра"));
        String lacking =
                EntryClient.create(sample, "{'" + sample.nameField + "': {'sr-Cyrl': 'Проба " + word + "'}}").id;
        String rejected = EntryClient.create(sample, sample.content("Проба " + word + " лоша"))
                .submit()
                .reject()
                .id;
        String text = "text=" + FamilySample.slug(word);

        assertThat(ids(sample, text + "&attention=false")).containsExactly(fine.id);
        assertThat(ids(sample, text + "&attention=true")).containsExactly(rejected, lacking);
        fine.patch(EntryClient.MERGE_PATCH, "{'" + sample.nameField + "': null}");
        assertThat(ids(sample, text + "&attention=true")).containsExactly(rejected, lacking, fine.id);
        assertThat(ids(sample, text + "&attention=false")).isEmpty();
    }

    @EveryFamilyTest
    void entriesAreFoundByWhatTheyName(FamilySample sample) {
        String other = FamilySample.unknownId();
        EntryClient draft = EntryClient.create(sample, sample.contentReferencing(FamilySample.uniqueName(), other));

        assertThat(ids(sample, "unit=" + other)).containsExactly(draft.id);
        draft.save(sample.content());
        assertThat(ids(sample, "unit=" + other)).isEmpty();
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
        Response refused = list(FamilySample.CHANNEL, query);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=draft", "text=a", "attention=true"})
    void aCursorBelongsToItsQuery(String query) {
        EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        String cursor = list(FamilySample.EVENT, "limit=1").path("page.next");
        Response refused = EntryClient.editor()
                .urlEncodingEnabled(false)
                .get(EntryClient.BASE + FamilySample.EVENT.family + "?limit=1&" + query + "&cursor=" + cursor);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("code")).isEqualTo("invalid-cursor");
    }
}

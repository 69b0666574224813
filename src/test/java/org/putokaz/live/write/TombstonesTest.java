package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;

/** Responses for entries whose slug changed, or which were withdrawn. */
@DatabaseTest
class TombstonesTest {

    private static final String UNITS_PATH = "/api/v1/organisational-units/";

    @Inject
    ScratchEntries scratch;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private static Response get(Object idOrSlug) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(UNITS_PATH + idOrSlug);
    }

    private static StoreChange withdrawal(UUID id, WithdrawalReason reason, UUID replacedBy) {
        return new StoreChange.Withdraw(id, reason, replacedBy, Importance.MAJOR, null);
    }

    @ParameterizedTest
    @EnumSource
    void aWithdrawnEntryIsGoneWithItsReasonAndItsReplacement(WithdrawalReason reason) {
        String slug = ScratchEntries.slug("otislo");
        String nextSlug = ScratchEntries.slug("zamena");
        UUID id = scratch.publish(ScratchEntries.UNITS, slug, ScratchEntries.unit());
        UUID next = scratch.publish(ScratchEntries.UNITS, nextSlug, ScratchEntries.unit());
        scratch.apply(withdrawal(id, reason, next));

        for (Object idOrSlug : List.of(id, slug)) {
            Response gone = get(idOrSlug);
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.jsonPath().getString("code")).isEqualTo("gone");
            assertThat(gone.jsonPath().getString("reason")).isEqualTo(reason.wireName());
            assertThat(gone.jsonPath().getString("replacedBy.id")).isEqualTo(next.toString());
            assertThat(gone.jsonPath().getString("replacedBy.href")).isEqualTo(UNITS_PATH + nextSlug);
            assertThat(gone.header("ETag")).isNull();
        }
        assertThat(given().head(UNITS_PATH + id).statusCode()).isEqualTo(410);
    }

    @Test
    void aReplacementThatIsGoneItselfIsNotNamed() {
        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("otislo"), ScratchEntries.unit());
        UUID next = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("zamena"), ScratchEntries.unit());
        scratch.apply(withdrawal(id, WithdrawalReason.MERGED, next));
        scratch.apply(withdrawal(next, WithdrawalReason.SAFETY, null));
        assertThat(get(id).jsonPath().getString("reason")).isEqualTo("merged");
        assertThat(get(id).jsonPath().getMap("$")).doesNotContainKey("replacedBy");
    }

    @Test
    void onlyAPublishedEntryOfTheSameFamilyCanReplaceAnother() {
        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("otislo"), ScratchEntries.unit());
        UUID event = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("dogadjaj"), ScratchEntries.event());
        for (UUID replacement : List.of(id, event, Publishing.newId())) {
            assertThat(scratch.violationsOf(withdrawal(id, WithdrawalReason.REPLACED, replacement))
                            .get(id))
                    .containsExactly("/replacedBy reference-not-published");
        }
        assertThat(get(id).statusCode()).isEqualTo(200);
    }

    @Test
    void anEntryThatIsNotPublishedCannotBeWithdrawn() {
        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("otislo"), ScratchEntries.unit());
        scratch.withdraw(id, WithdrawalReason.ERROR);
        for (UUID notPublished : List.of(id, Publishing.newId())) {
            assertThat(scratch.violationsOf(withdrawal(notPublished, WithdrawalReason.ERROR, null))
                            .get(notPublished))
                    .containsExactly(" not-published");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01a20a8f-f164-784f-8978-000000000000", "nikad-ga-nije-bilo", "../nikad", "ненема"})
    void anEntryThatWasNeverPublishedIsNotFound(String idOrSlug) {
        assertThat(given().get(UNITS_PATH + "{it}", idOrSlug).statusCode()).isEqualTo(404);
    }

    @Test
    void anEntryOfAnotherFamilyIsNotFound() {
        UUID event = scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("dogadjaj"), ScratchEntries.event());
        assertThat(get(event).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormerSlugRedirectsToTheCurrentOneAndKeepsTheQuery() {
        String first = ScratchEntries.slug("prvo");
        String second = ScratchEntries.slug("drugo");
        String third = ScratchEntries.slug("trece");
        UUID id = scratch.publish(ScratchEntries.UNITS, first, ScratchEntries.unit());
        scratch.publish(ScratchEntries.UNITS, id, second, ScratchEntries.unit());
        scratch.publish(ScratchEntries.UNITS, id, third, ScratchEntries.unit());

        for (String old : List.of(first, second)) {
            Response moved = get(old + "?lang=sr-Latn&include=parent,successors");
            assertThat(moved.statusCode()).isEqualTo(308);
            assertThat(path(moved)).isEqualTo(UNITS_PATH + third + "?lang=sr-Latn&include=parent,successors");
        }
        assertThat(path(get(first))).isEqualTo(UNITS_PATH + third);
        assertThat(get(third).jsonPath().getString("id")).isEqualTo(id.toString());
        assertThat(get(id).jsonPath().getString("slug")).isEqualTo(third);
    }

    @Test
    void aFormerSlugIsFoundHoweverItIsSpelledInTheUrl() {
        String slug = ScratchEntries.slug("pocetno");
        String next = ScratchEntries.slug("promenjeno");
        UUID id = scratch.publish(ScratchEntries.UNITS, slug, ScratchEntries.unit());
        scratch.publish(ScratchEntries.UNITS, id, next, ScratchEntries.unit());
        assertThat(path(get("%70" + slug.substring(1) + "?lang=en"))).isEqualTo(UNITS_PATH + next + "?lang=en");
    }

    /** The path and the query of the header {@code Location}, which may be absolute. */
    private static String path(Response moved) {
        return moved.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void aSlugIsNeverGivenToAnotherEntry() {
        String old = ScratchEntries.slug("negdasnje");
        String present = ScratchEntries.slug("sadasnje");
        String withdrawn = ScratchEntries.slug("povuceno");
        UUID owner = scratch.publish(ScratchEntries.UNITS, old, ScratchEntries.unit());
        scratch.publish(ScratchEntries.UNITS, owner, present, ScratchEntries.unit());
        UUID gone = scratch.publish(ScratchEntries.UNITS, withdrawn, ScratchEntries.unit());
        scratch.withdraw(gone, WithdrawalReason.WITHDRAWN);

        for (String taken : List.of(old, present, withdrawn)) {
            UUID other = Publishing.newId();
            assertThat(scratch.violationsOf(scratch.change(ScratchEntries.UNITS, other, taken, ScratchEntries.unit()))
                            .get(other))
                    .containsExactly("/slug slug-taken");
        }
        // Each family has slugs of its own.
        scratch.publish(ScratchEntries.EVENTS, old, ScratchEntries.event());
    }

    @Test
    void twoEntriesOfOneSetCannotTakeTheSameSlug() {
        String slug = ScratchEntries.slug("oba");
        UUID second = Publishing.newId();
        assertThat(scratch.violationsOf(
                        scratch.change(ScratchEntries.UNITS, Publishing.newId(), slug, ScratchEntries.unit()),
                        scratch.change(ScratchEntries.UNITS, second, slug, ScratchEntries.unit())))
                .containsOnlyKeys(second)
                .containsEntry(second, List.of("/slug slug-taken"));
    }

    @Test
    void anEntryMayTakeItsOwnFormerSlugBack() {
        String old = ScratchEntries.slug("negdasnje");
        String between = ScratchEntries.slug("izmedju");
        UUID id = scratch.publish(ScratchEntries.UNITS, old, ScratchEntries.unit());
        scratch.publish(ScratchEntries.UNITS, id, between, ScratchEntries.unit());
        scratch.publish(ScratchEntries.UNITS, id, old, ScratchEntries.unit());
        assertThat(get(old).statusCode()).isEqualTo(200);
        assertThat(path(get(between))).isEqualTo(UNITS_PATH + old);
    }

    @ParameterizedTest
    @CsvSource({"organisational-units, unit", "history-events, event", "contact-channels, channel", "help-guides, guide"
    })
    void aWithdrawnEntryCanBePublishedAgain(String family, String kind) {
        String slug = ScratchEntries.slug("opet");
        UUID id = Publishing.newId();
        String content = contentOf(kind);
        scratch.publish(family, id, slug, content);
        String before =
                given().get("/api/v1/{family}/{slug}?lang=en", family, slug).header("ETag");
        scratch.withdraw(id, WithdrawalReason.ERROR);
        assertThat(given().get("/api/v1/{family}/{slug}", family, slug).statusCode())
                .isEqualTo(410);

        assertThat(scratch.publish(family, id, slug, content).changed()).isTrue();

        assertThat(given().get("/api/v1/{family}/{slug}", family, slug).statusCode())
                .isEqualTo(200);
        assertThat(given().get("/api/v1/{family}?limit=100&sort=-publishedAt", family)
                        .jsonPath()
                        .getList("data.id", String.class))
                .first()
                .isEqualTo(id.toString());
    }

    private String contentOf(String kind) {
        return switch (kind) {
            case "unit" -> ScratchEntries.unit();
            case "event" -> ScratchEntries.event();
            case "channel" ->
                ScratchEntries.channel(
                        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("jedinica"), ScratchEntries.unit()),
                        "phone",
                        "011 123 4567");
            default -> ScratchEntries.guide(ScratchEntries.step(Publishing.newId(), "korak"));
        };
    }

    @Test
    void aWithdrawnEntryLeavesEveryListAndEveryEntryThatReferredToIt() {
        UUID parent = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("roditelj"), ScratchEntries.unit());
        UUID child = scratch.publish(
                ScratchEntries.UNITS, ScratchEntries.slug("dete"), ScratchEntries.unit("'parent': '" + parent + "'"));
        scratch.withdraw(parent, WithdrawalReason.WITHDRAWN);
        assertThat(given().get("/api/v1/organisational-units?limit=100")
                        .jsonPath()
                        .getList("data.id", String.class))
                .contains(child.toString())
                .doesNotContain(parent.toString());
        assertThat(get(child + "?include=parent").jsonPath().getMap("included")).isEmpty();
    }

    @Test
    void aChangeIsSeenInEveryLanguageAtOnceAndByClientsWithTheOldEntityTag() {
        String slug = ScratchEntries.slug("menja-se");
        UUID id = scratch.publish(ScratchEntries.UNITS, slug, ScratchEntries.unit());
        List<String> languages = List.of("sr-Cyrl", "sr-Latn", "en");
        List<String> before =
                languages.stream().map(language -> tag(slug, language)).toList();
        assertThat(before).doesNotHaveDuplicates();
        assertThat(conditional(slug, "en", before.get(2)).statusCode()).isEqualTo(304);

        // Only the Serbian text: it is shown in English too, as the unit has no English description.
        scratch.publish(ScratchEntries.UNITS, id, slug, ScratchEntries.unit("'description': {'sr-Cyrl': 'Ново.'}"));

        for (int i = 0; i < languages.size(); i++) {
            Response response = conditional(slug, languages.get(i), before.get(i));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.jsonPath().getString("description")).isEqualTo(i == 0 ? "Ново." : "Novo.");
            assertThat(conditional(slug, languages.get(i), response.header("ETag"))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    private static String tag(String slug, String language) {
        return get(slug + "?lang=" + language).header("ETag");
    }

    private static Response conditional(String slug, String language, String tag) {
        return given().header("If-None-Match", tag).get(UNITS_PATH + slug + "?lang=" + language);
    }
}

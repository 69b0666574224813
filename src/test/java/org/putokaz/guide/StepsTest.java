package org.putokaz.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;

/** Steps of help guides keep their ids and slugs through reordering, renaming and removal. */
@DatabaseTest
class StepsTest {

    private static final String HERE = "/api/v1/help-guides/";

    @Inject
    ScratchEntries scratch;

    private UUID guide;
    private String slug;
    private UUID first;
    private UUID second;

    @BeforeEach
    void publishTwoSteps() {
        guide = Publishing.newId();
        first = Publishing.newId();
        second = Publishing.newId();
        slug = ScratchEntries.slug("vodic");
        publish(slug, ScratchEntries.step(first, "prvi", "'kind': 'emergency'"), ScratchEntries.step(second, "drugi"));
    }

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private void publish(String guideSlug, String... steps) {
        scratch.publish(ScratchEntries.GUIDES, guide, guideSlug, ScratchEntries.guide(String.join(", ", steps)));
    }

    private List<String> complaintsAbout(UUID id, String... steps) {
        return scratch.violationsOf(scratch.change(
                        ScratchEntries.GUIDES,
                        id,
                        ScratchEntries.slug("vodic"),
                        ScratchEntries.guide(String.join(", ", steps))))
                .get(id);
    }

    private Response get(Object step) {
        return at(slug + "/steps/" + step);
    }

    private static Response at(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(HERE + path);
    }

    private static String location(Response moved) {
        assertThat(moved.statusCode()).isEqualTo(308);
        return moved.header("Location").replaceFirst("^https?://[^/]+" + HERE, "");
    }

    @Test
    void aGuideForThePublicIsForEverybody() {
        String step = ScratchEntries.step(Publishing.newId(), "korak");
        UUID open = scratch.publish(
                ScratchEntries.GUIDES,
                ScratchEntries.slug("vodic"),
                ScratchEntries.guide(step, "'audience': 'public'"));
        for (String audience : List.of("child", "witness", "public")) {
            List<String> found = given().get("/api/v1/help-guides?audience=" + audience)
                    .jsonPath()
                    .getList("data.id", String.class);
            assertThat(found).as(audience).contains(open.toString());
            assertThat(found.contains(guide.toString())).as(audience).isEqualTo(audience.equals("witness"));
        }
    }

    @Test
    void aStepIsFoundByItsIdAndByItsSlugAndKnowsItsNeighbours() {
        JsonPath step = get("prvi").jsonPath();
        assertThat(step.getString("id")).isEqualTo(first.toString());
        assertThat(step.getString("guide")).isEqualTo(guide.toString());
        assertThat(step.getInt("number")).isEqualTo(1);
        assertThat(step.getString("links.previous")).isNull();
        assertThat(step.getString("links.next")).isEqualTo(HERE + slug + "/steps/drugi");
        assertThat(get(second).jsonPath().getString("links.previous")).isEqualTo(HERE + slug + "/steps/prvi");
        assertThat(get(second).jsonPath().getString("links.next")).isNull();
    }

    @Test
    void aStepHasAKindWhichIsAnOrdinaryStepIfNoneIsWritten() {
        assertThat(at(slug).jsonPath().getList("steps.kind", String.class)).containsExactly("emergency", "step");
        assertThat(at(slug + "/steps").jsonPath().getList("data.kind", String.class))
                .containsExactly("emergency", "step");
        assertThat(get("prvi").jsonPath().getString("kind")).isEqualTo("emergency");
        assertThat(get("drugi").jsonPath().getString("kind")).isEqualTo("step");
    }

    @Test
    void theStepsCanBePutInAnotherOrder() {
        publish(slug, ScratchEntries.step(second, "drugi"), ScratchEntries.step(first, "prvi"));
        assertThat(at(slug + "/steps").jsonPath().getList("data.slug", String.class))
                .containsExactly("drugi", "prvi");
        assertThat(get("prvi").jsonPath().getInt("number")).isEqualTo(2);
    }

    @Test
    void aStepThatWasTakenOutIsGoneAndCanComeBack() {
        publish(slug, ScratchEntries.step(second, "drugi"));
        for (Object step : List.of("prvi", first)) {
            assertThat(get(step).statusCode()).isEqualTo(410);
            assertThat(get(step).jsonPath().getString("reason")).isEqualTo("withdrawn");
        }
        assertThat(get("drugi").jsonPath().getInt("number")).isEqualTo(1);

        publish(slug, ScratchEntries.step(second, "drugi"), ScratchEntries.step(first, "prvi"));
        assertThat(get("prvi").jsonPath().getInt("number")).isEqualTo(2);
    }

    @Test
    void aStepThatNeverWasIsNotFound() {
        assertThat(get("treci").statusCode()).isEqualTo(404);
        assertThat(get(Publishing.newId()).statusCode()).isEqualTo(404);
    }

    @Test
    void aStepOfAnotherGuideIsNotFound() {
        assertThat(at(Center.GUIDE_SLUG + "/steps/" + first).statusCode()).isEqualTo(404);
        assertThat(at(Center.GUIDE_SLUG + "/steps/prvi").statusCode()).isEqualTo(404);
    }

    @Test
    void anOldSlugOfAStepLeadsToTheNewOneAndTheQueryIsKept() {
        publish(slug, ScratchEntries.step(first, "novi"), ScratchEntries.step(second, "drugi"));
        assertThat(location(get("prvi?lang=en&include=contactChannels")))
                .isEqualTo(slug + "/steps/novi?lang=en&include=contactChannels");
        assertThat(location(get("%70rvi"))).isEqualTo(slug + "/steps/novi");
        assertThat(get("novi").jsonPath().getString("id")).isEqualTo(first.toString());
    }

    @Test
    void anOldSlugOfAGuideLeadsToTheSameStepOfTheNewOne() {
        String next = ScratchEntries.slug("nov-vodic");
        publish(next, ScratchEntries.step(first, "prvi"), ScratchEntries.step(second, "drugi"));
        assertThat(location(at(slug))).isEqualTo(next);
        assertThat(location(at(slug + "/steps"))).isEqualTo(next + "/steps");
        assertThat(location(at(slug + "/steps/prvi?lang=en"))).isEqualTo(next + "/steps/prvi?lang=en");
    }

    @Test
    void aStepWhoseSlugBeginsLikeTheOldSlugOfItsGuideKeepsItsOwn() {
        String next = ScratchEntries.slug("nov-vodic");
        publish(next, ScratchEntries.step(first, slug), ScratchEntries.step(second, slug + "-dalje"));
        assertThat(location(at(slug + "/steps/" + slug))).isEqualTo(next + "/steps/" + slug);
        assertThat(location(at(slug + "/steps/" + slug + "-dalje"))).isEqualTo(next + "/steps/" + slug + "-dalje");
    }

    @Test
    void aStepKeepsItsSlugsForEverWithinItsGuideOnly() {
        publish(slug, ScratchEntries.step(first, "novi"), ScratchEntries.step(second, "drugi"));
        UUID third = Publishing.newId();
        assertThat(scratch.violationsOf(scratch.change(
                                ScratchEntries.GUIDES,
                                guide,
                                slug,
                                ScratchEntries.guide(ScratchEntries.step(first, "novi") + ", "
                                        + ScratchEntries.step(third, "prvi"))))
                        .get(guide))
                .containsExactly("/steps/1/slug slug-taken");
        UUID other = Publishing.newId();
        assertThat(complaintsAbout(other, ScratchEntries.step(third, "prvi"))).isNull();
    }

    @Test
    void aStepCannotMoveToAnotherGuide() {
        UUID other = Publishing.newId();
        assertThat(complaintsAbout(
                        other, ScratchEntries.step(Publishing.newId(), "svoj"), ScratchEntries.step(first, "tudj")))
                .containsExactly("/steps/1/id id-taken");
        publish(slug, ScratchEntries.step(second, "drugi"));
        assertThat(complaintsAbout(other, ScratchEntries.step(first, "tudj"))).containsExactly("/steps/0/id id-taken");
    }

    @Test
    void theStepsOfAWithdrawnGuideAreGoneWithIt() {
        scratch.withdraw(guide, WithdrawalReason.SAFETY);
        for (String path : List.of(slug, slug + "/steps", slug + "/steps/prvi", slug + "/steps/" + second)) {
            assertThat(at(path).statusCode()).isEqualTo(410);
            assertThat(at(path).jsonPath().getString("reason")).isEqualTo("safety");
        }
    }

    @Test
    void aStepGivesTheChannelsItNames() {
        JsonPath step = at(Center.GUIDE_SLUG + "/steps/kome-se-obratiti?include=contactChannels&lang=en")
                .jsonPath();
        assertThat(step.getList("contactChannels", String.class)).first().isEqualTo(Center.PHONE);
        assertThat(step.getList("included.'contact-channels'.value", String.class))
                .containsExactly("063 610 590", "centar@centarzztlj.rs");
    }
}

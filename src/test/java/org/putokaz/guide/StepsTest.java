package org.putokaz.guide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.live.Scratch;
import org.putokaz.live.WithdrawalReason;

@HttpTest
class StepsTest {

    private static final String HERE = "/api/v1/help-guides/";

    @Inject
    Scratch scratch;

    private UUID guide;
    private String slug;
    private UUID first;
    private UUID second;

    @BeforeEach
    void publishTwoSteps() {
        guide = Publishing.newId();
        first = Publishing.newId();
        second = Publishing.newId();
        slug = Scratch.slug("vodic");
        publish(slug, Scratch.step(first, "prvi"), Scratch.step(second, "drugi"));
    }

    @AfterEach
    void clear() {
        scratch.clear();
    }

    private void publish(String guideSlug, String... steps) {
        scratch.publish(Scratch.GUIDES, guide, guideSlug, Scratch.guide(String.join(", ", steps)));
    }

    private List<String> complaintsAbout(UUID id, String... steps) {
        return scratch.complaintsAbout(scratch.change(
                        Scratch.GUIDES, id, Scratch.slug("vodic"), Scratch.guide(String.join(", ", steps))))
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
    void theStepsCanBePutInAnotherOrder() {
        publish(slug, Scratch.step(second, "drugi"), Scratch.step(first, "prvi"));
        assertThat(at(slug + "/steps").jsonPath().getList("data.slug", String.class))
                .containsExactly("drugi", "prvi");
        assertThat(get("prvi").jsonPath().getInt("number")).isEqualTo(2);
    }

    @Test
    void aStepThatWasTakenOutIsGoneAndCanComeBack() {
        publish(slug, Scratch.step(second, "drugi"));
        for (Object step : List.of("prvi", first)) {
            assertThat(get(step).statusCode()).isEqualTo(410);
            assertThat(get(step).jsonPath().getString("reason")).isEqualTo("withdrawn");
        }
        assertThat(get("drugi").jsonPath().getInt("number")).isEqualTo(1);

        publish(slug, Scratch.step(second, "drugi"), Scratch.step(first, "prvi"));
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
        publish(slug, Scratch.step(first, "novi"), Scratch.step(second, "drugi"));
        assertThat(location(get("prvi?lang=en&include=contactChannels")))
                .isEqualTo(slug + "/steps/novi?lang=en&include=contactChannels");
        assertThat(location(get("%70rvi"))).isEqualTo(slug + "/steps/novi");
        assertThat(get("novi").jsonPath().getString("id")).isEqualTo(first.toString());
    }

    @Test
    void anOldSlugOfAGuideLeadsToTheSameStepOfTheNewOne() {
        String next = Scratch.slug("nov-vodic");
        publish(next, Scratch.step(first, "prvi"), Scratch.step(second, "drugi"));
        assertThat(location(at(slug))).isEqualTo(next);
        assertThat(location(at(slug + "/steps"))).isEqualTo(next + "/steps");
        assertThat(location(at(slug + "/steps/prvi?lang=en"))).isEqualTo(next + "/steps/prvi?lang=en");
    }

    @Test
    void aStepWhoseSlugBeginsLikeTheOldSlugOfItsGuideKeepsItsOwn() {
        String next = Scratch.slug("nov-vodic");
        publish(next, Scratch.step(first, slug), Scratch.step(second, slug + "-dalje"));
        assertThat(location(at(slug + "/steps/" + slug))).isEqualTo(next + "/steps/" + slug);
        assertThat(location(at(slug + "/steps/" + slug + "-dalje"))).isEqualTo(next + "/steps/" + slug + "-dalje");
    }

    @Test
    void aStepKeepsItsSlugsForEverWithinItsGuideOnly() {
        publish(slug, Scratch.step(first, "novi"), Scratch.step(second, "drugi"));
        UUID third = Publishing.newId();
        assertThat(scratch.complaintsAbout(scratch.change(
                                Scratch.GUIDES,
                                guide,
                                slug,
                                Scratch.guide(Scratch.step(first, "novi") + ", " + Scratch.step(third, "prvi"))))
                        .get(guide))
                .containsExactly("/steps/1/slug slug-taken");
        UUID other = Publishing.newId();
        assertThat(complaintsAbout(other, Scratch.step(third, "prvi"))).isNull();
    }

    @Test
    void aStepCannotMoveToAnotherGuide() {
        UUID other = Publishing.newId();
        assertThat(complaintsAbout(other, Scratch.step(Publishing.newId(), "svoj"), Scratch.step(first, "tudj")))
                .containsExactly("/steps/1/id id-taken");
        publish(slug, Scratch.step(second, "drugi"));
        assertThat(complaintsAbout(other, Scratch.step(first, "tudj"))).containsExactly("/steps/0/id id-taken");
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

package org.putokaz.live.write;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.putokaz.fixture.DatabaseTest;
import org.putokaz.live.feed.FeedPollAwaiter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Lists by name survive a change of the rules they are sorted by. */
@DatabaseTest
class SortKeyRebuilderTest {

    private static final String BY_NAME = "/api/v1/organisational-units?sort=name&lang=sr-Latn&fields=slug";

    @Inject
    SortKeyRebuilder rebuilder;

    @Inject
    FeedPollAwaiter polls;

    @Inject
    Session session;

    @Test
    void sortKeysThatAreMissingOrOfAnotherVersionAreMadeAnew() {
        List<String> before = given().get(BY_NAME).jsonPath().getList("data.slug");
        loseTheKeys();
        assertThat(given().get(BY_NAME).jsonPath().getList("data.slug")).isEmpty();

        QuarkusTransaction.requiringNew().run(rebuilder::rebuildIfOutdated);
        polls.awaitPoll();

        assertThat(given().get(BY_NAME).jsonPath().getList("data.slug"))
                .isEqualTo(before)
                .isNotEmpty();
    }

    @Test
    void aCursorOfAnOlderCollationIsRefused() {
        String old = given().get(BY_NAME + "&limit=1").jsonPath().getString("page.next");
        loseTheKeys();

        given().get(BY_NAME + "&limit=1&cursor=" + old)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"))
                .body("violations[0].code", equalTo("cursor-expired"));

        QuarkusTransaction.requiringNew().run(rebuilder::rebuildIfOutdated);
        polls.awaitPoll();
        given().get(BY_NAME + "&limit=1&cursor=" + old).then().statusCode(200);
    }

    private void loseTheKeys() {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createMutationQuery("delete from SortKeyEntity").executeUpdate();
            session.createMutationQuery("update FeedEntity f set f.collationVersion = 'of yesterday'")
                    .executeUpdate();
        });
        polls.awaitPoll();
    }
}

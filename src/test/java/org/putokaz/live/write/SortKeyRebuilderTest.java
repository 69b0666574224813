package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.live.feed.FeedPollAwaiter;

/** Lists by name after a change of the collation. */
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
    void missingOrOutdatedSortKeysAreRebuilt() {
        List<String> before = given().get(BY_NAME).jsonPath().getList("data.slug");
        deleteSortKeys();
        assertThat(given().get(BY_NAME).jsonPath().getList("data.slug")).isEmpty();

        QuarkusTransaction.requiringNew().run(rebuilder::rebuildIfOutdated);
        polls.awaitPoll();

        assertThat(given().get(BY_NAME).jsonPath().getList("data.slug"))
                .isEqualTo(before)
                .isNotEmpty();
    }

    @Test
    void aCursorOfAnotherCollationIsRejected() {
        String old = given().get(BY_NAME + "&limit=1").jsonPath().getString("page.next");
        deleteSortKeys();

        given().get(BY_NAME + "&limit=1&cursor=" + old)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"))
                .body("violations[0].code", equalTo("cursor-expired"));

        QuarkusTransaction.requiringNew().run(rebuilder::rebuildIfOutdated);
        polls.awaitPoll();
        given().get(BY_NAME + "&limit=1&cursor=" + old).then().statusCode(200);
    }

    private void deleteSortKeys() {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createMutationQuery("delete from SortKeyEntity").executeUpdate();
            session.createMutationQuery("update FeedEntity f set f.collationVersion = 'of yesterday'")
                    .executeUpdate();
        });
        polls.awaitPoll();
    }
}

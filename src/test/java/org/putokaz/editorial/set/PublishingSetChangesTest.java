package org.putokaz.editorial.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.editorial.fixture.SetMembers;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;

/** Publishing sets are created once, listed, and changed until they are published or cancelled. */
@DatabaseTest
@TestProfile(Apart.class)
class PublishingSetChangesTest {

    private final SetMembers used = new SetMembers();

    @AfterEach
    void clear() {
        used.withdrawPublished();
    }

    @Test
    void aPublishedOrCancelledSetCannotBeChanged() {
        EntryClient event = used.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient published = PublishingSetClient.create(PublishingSetClient.publish(event));
        assertThat(published.publish().statusCode()).isEqualTo(200);
        PublishingSetClient cancelled = PublishingSetClient.create(PublishingSetClient.publish(event));
        assertThat(cancelled.cancel().<String>path("status")).isEqualTo("cancelled");

        for (PublishingSetClient over : List.of(published, cancelled)) {
            assertThat(List.of(
                            over.publish().statusCode(),
                            over.put(PublishingSetClient.body("Друго", PublishingSetClient.publish(event)))
                                    .statusCode(),
                            over.cancel().statusCode(),
                            over.approve().statusCode(),
                            over.schedule(EntryScheduleClient.after(EntryScheduleClient.LATER))
                                    .statusCode()))
                    .containsOnly(409);
            assertThat(over.unschedule().statusCode()).isEqualTo(404);
            assertThat(over.get().<String>path("name")).isEqualTo("Проба скупа");
        }
    }

    @Test
    void changingASetBindsItsMembersAgain() {
        EntryClient event = used.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(event, ", 'note': {'sr-Cyrl': 'Прва.'}"));
        event.save(FamilySample.EVENT.content());
        Response changed = set.put(PublishingSetClient.body("Други назив", PublishingSetClient.publish(event)));
        assertThat(changed.<String>path("name")).isEqualTo("Други назив");
        assertThat(changed.<Integer>path("members[0].revision")).isEqualTo(2);
        assertThat(changed.<Object>path("members[0].note")).isNull();
    }

    @Test
    void theListCanBeReadPageByPageAndByStatus() {
        EntryClient event = used.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient first = PublishingSetClient.create(PublishingSetClient.publish(event));
        PublishingSetClient second = PublishingSetClient.create(PublishingSetClient.publish(event));
        PublishingSetClient.create(PublishingSetClient.publish(event)).cancel();
        Response page = EntryClient.editor().get(PublishingSetClient.SETS + "?status=open&limit=1");
        assertThat(page.<List<String>>path("data.id")).containsExactly(second.id);
        assertThat(page.<Integer>path("data[0].members")).isEqualTo(1);
        Response next = EntryClient.editor()
                .queryParam("cursor", page.<String>path("page.next"))
                .get(PublishingSetClient.SETS + "?status=open&limit=1");
        assertThat(next.<List<String>>path("data.id")).containsExactly(first.id);
        assertThat(EntryClient.editor()
                        .queryParam("cursor", page.<String>path("page.next"))
                        .get(PublishingSetClient.SETS + "?limit=1")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSetThatIsSentTwiceIsCreatedOnce() {
        EntryClient event = used.create(FamilySample.EVENT, FamilySample.EVENT.content());
        String body = PublishingSetClient.body("Једном", PublishingSetClient.publish(event));
        String key = FamilySample.slug(FamilySample.uniqueName());
        Response once = PublishingSetClient.post(body, EntryClient.editor().header("Idempotency-Key", key));
        Response twice = PublishingSetClient.post(body, EntryClient.editor().header("Idempotency-Key", key));
        assertThat(once.header("Location")).isEqualTo(PublishingSetClient.SETS + "/" + once.path("id"));
        assertThat(twice.<String>path("id")).isEqualTo(once.path("id"));
        assertThat(PublishingSetClient.post(
                                body.replace("Једном", "Двапут"),
                                EntryClient.editor().header("Idempotency-Key", key))
                        .statusCode())
                .isEqualTo(422);
    }
}

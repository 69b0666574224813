package org.putokaz.editorial.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.DatabaseTest;

/** A scheduled publishing set is published in time as a whole, or fails as a whole and can be corrected. */
@DatabaseTest
@TestProfile(Apart.class)
class PublishingSetScheduleTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @AfterEach
    void clear() {
        EntryClient.withdrawAllPublished();
    }

    private static String maxAge() {
        return given().get("/api/v1/history-events").header("Cache-Control");
    }

    private static int publicStatus(EntryClient draft) {
        return given().get(draft.publicPath()).statusCode();
    }

    @Test
    void aSetIsPublishedOnTimeAsAWhole() {
        EntryClient channel = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        EntryClient guide = EntryClient.create(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id));
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(guide), PublishingSetClient.publish(channel));
        set.approve();
        Response scheduled = set.schedule(EntryScheduleClient.after(SOON));
        assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(200);
        assertThat(scheduled.<String>path("status")).isEqualTo("scheduled");
        assertThat(guide.get().<String>path("schedule.set")).isEqualTo(set.id);
        assertThat(List.of(
                        set.publish().statusCode(),
                        set.cancel().statusCode(),
                        set.put(PublishingSetClient.body("Друго", PublishingSetClient.publish(channel)))
                                .statusCode()))
                .as("a scheduled set cannot be changed")
                .containsOnly(409);

        Await.until("the set", () -> "published".equals(set.get().<String>path("status")));
        assertThat(List.of(publicStatus(channel), publicStatus(guide))).containsOnly(200);
        assertThat(set.get().<String>path("schedule.state")).isEqualTo("done");
        assertThat(channel.get().<String>path("schedule.state")).isEqualTo("done");
        guide.get();
    }

    @Test
    void aSetThatFailedNamesTheCauseAndCanBeCorrected() {
        EntryClient fine = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryClient bad = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient set =
                PublishingSetClient.create(PublishingSetClient.publish(fine), PublishingSetClient.publish(bad));
        set.schedule(EntryScheduleClient.after(SOON));
        bad.save(FamilySample.EVENT.content());
        bad.publish();

        Await.until("the set", () -> "failed".equals(set.get().<String>path("status")));
        assertThat(set.get().<Map<String, Object>>path("schedule"))
                .containsEntry("state", "failed")
                .containsEntry("failure", "stale-revision")
                .containsEntry("failedEntry", bad.id);
        assertThat(publicStatus(fine)).isEqualTo(404);
        assertThat(needsAttention(fine)).isTrue();
        assertThat(set.put(PublishingSetClient.body("Исправљено", PublishingSetClient.publish(fine)))
                        .<String>path("status"))
                .isEqualTo("open");
        assertThat(set.publish().<String>path("status")).isEqualTo("published");
        assertThat(needsAttention(fine)).isFalse();
    }

    @Test
    void anUnscheduledSetIsOpenAgain() {
        EntryClient event = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(event));
        set.schedule(EntryScheduleClient.after(EntryScheduleClient.LATER));
        set.schedule(EntryScheduleClient.after(EntryScheduleClient.LATER.plusHours(1)));
        Response back = set.unschedule();
        assertThat(back.<String>path("status")).isEqualTo("open");
        assertThat(back.<String>path("schedule.state")).isEqualTo("cancelled");
        assertThat(set.unschedule().statusCode()).isEqualTo(404);
        assertThat(maxAge()).startsWith("public, max-age=60");
    }

    private static boolean needsAttention(EntryClient draft) {
        return EntryClient.editor()
                .get(EntryClient.BASE + draft.sample.family + "?attention=true&limit=100")
                .<List<String>>path("data.id")
                .contains(draft.id);
    }
}

package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;

/** What an earlier release has published is updated once, at startup. */
@DatabaseTest
class DependentEntryRefresherTest {

    @Inject
    DependentEntryRefresher refresher;

    @Inject
    ScratchEntries scratch;

    @Inject
    Publishing publishing;

    @Inject
    Session session;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    /** Makes an entry look as the earlier release has written it. */
    private void writeAsEarlierRelease(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createMutationQuery(
                                "update EntryEntity e set e.document = coalesce(e.authored, e.document),"
                                        + " e.authored = null, e.authoredPosition = null where e.id = :id")
                        .setParameter("id", id)
                        .executeUpdate());
        scratch.clearEntryCache();
    }

    @Test
    void entriesThatNameWhatIsGoneAreUpdatedOnce() {
        UUID unit = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("jedinica"), ScratchEntries.unit());
        UUID channel = scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("kanal"),
                ScratchEntries.channel(unit, "phone", "011 123 4567"));
        UUID guide = scratch.publish(
                ScratchEntries.GUIDES,
                ScratchEntries.slug("vodic"),
                ScratchEntries.guide(
                        ScratchEntries.step(Publishing.newId(), "korak", "'contactChannels': ['" + channel + "']")));
        publishing.withdraw(channel, WithdrawalReason.WITHDRAWN, null);
        writeAsEarlierRelease(guide);
        long before = scratch.position();

        refresher.onStartup(new StartupEvent());
        refresher.onStartup(new StartupEvent());

        assertThat(scratch.position()).isEqualTo(before + 1);
        assertThat(given().get("/api/v1/help-guides/" + guide).jsonPath().getList("steps[0].contactChannels"))
                .isEmpty();
    }
}

package org.putokaz.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.http.LogCapture;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.feed.FeedPositionRepository;

/** A pack folder is published entry by entry as its files change, and never undoes what editors did. */
@DatabaseTest
class PackLoadingTest extends PackFolderFixture {

    private WrittenUnit parent;
    private WrittenUnit child;

    @BeforeEach
    void writePack() {
        // The child comes first in the folder: an entry may refer to a later file.
        child = newUnit("a-dete");
        parent = newUnit("b-roditelj");
        write(parent);
        write(child, "  parent: " + parent.id() + "\n");
    }

    private PackPublisher.LoadReport load() {
        return loader.load(folder.path());
    }

    private static Response get(Object idOrSlug) {
        return given().redirects().follow(false).get("/api/v1/organisational-units/{it}", idOrSlug);
    }

    @Test
    void aFolderIsPublishedOnceHoweverOftenItIsLoaded() {
        long position = scratch.position();
        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(2, 0, 0, position + 2));
        assertThat(get(child.slug()).jsonPath().getString("parent"))
                .isEqualTo(parent.id().toString());
        String tag = get(parent.id()).header("ETag");

        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(0, 2, 0, position + 2));
        assertThat(get(parent.id()).header("ETag")).isEqualTo(tag);
    }

    @Test
    void onlyAChangedFileIsPublishedAgain() {
        long position = load().position();
        String parentTag = get(parent.id()).header("ETag");
        String more = "  parent: " + parent.id() + "\n  shortName: {sr-Cyrl: Ново}\n";
        write(child, more);

        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(1, 1, 0, position + 1));
        assertThat(get(child.id()).jsonPath().getString("shortName")).isEqualTo("Ново");
        assertThat(get(parent.id()).header("ETag")).isEqualTo(parentTag);
    }

    @Test
    void aCommentIsNoChangeForThePublic() {
        long position = load().position();
        folder.write(parent.file(), "# Коментар.\n" + PackFolder.unit(parent.id(), parent.slug()));
        assertThat(load().position()).isEqualTo(position);
    }

    @Test
    void aRenamedFileRedirectsFromTheOldSlug() {
        load();
        String next = ScratchEntries.slug("c-novo-ime");
        folder.delete(child.file());
        folder.write(PackFolder.file(next), PackFolder.unit(child.id(), next));
        load();
        assertThat(get(child.slug()).statusCode()).isEqualTo(308);
        assertThat(get(next).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasWithdrawnStaysWithdrawnEvenIfItsFileChanges() {
        long position = load().position();
        scratch.withdraw(child.id(), WithdrawalReason.SAFETY);
        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(0, 1, 1, position + 1));
        write(child);
        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(0, 1, 1, position + 1));
        assertThat(get(child.id()).statusCode()).isEqualTo(410);
    }

    @Test
    void whatWasChangedOtherwiseIsLeftAloneWhileItsFileIsTheSame() {
        load();
        scratch.publish(
                ScratchEntries.UNITS,
                child.id(),
                child.slug(),
                ScratchEntries.unit("'shortName': {'sr-Cyrl': 'Руком'}"));
        load();
        assertThat(get(child.id()).jsonPath().getString("shortName")).isEqualTo("Руком");
    }

    @Test
    void aFileThatIsGoneWithdrawsNothing() {
        load();
        folder.delete(child.file());
        assertThat(load().unchanged()).isEqualTo(1);
        assertThat(get(child.id()).statusCode()).isEqualTo(200);
    }

    @Test
    void aUnitBelowADissolvedOneIsLoggedWithFileAndLine() {
        write(parent, "  dissolved: 2020-01-01\n");
        try (LogCapture log = new LogCapture()) {
            load();
            assertThat(log.text()).contains(child.file() + ":", "/parent: The unit above is dissolved from 2020-01-01");
        }
        write(child, "  parent: " + parent.id() + "\n  dissolved: 2020-01-01\n");
        try (LogCapture log = new LogCapture()) {
            load();
            assertThat(log.text()).contains("Content pack: 1 published").doesNotContain("/parent:");
        }
    }

    @Test
    void whatAnotherNodeWithdrawsMeanwhileDoesNotComeBack() throws Exception {
        load();
        write(child);
        Thread loading = new Thread(this::load);

        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            scratch.withdraw(child.id(), WithdrawalReason.SAFETY);
            loading.start();
            awaitLockRequest(loading);
        });
        loading.join(30_000);

        assertThat(loading.isAlive()).isFalse();
        assertThat(get(child.id()).statusCode()).isEqualTo(410);
    }

    /** Waits until the thread asks for the lock of the feed position, which another transaction holds. */
    private static void awaitLockRequest(Thread waiting) {
        Instant latest = Instant.now().plusSeconds(20);
        while (Arrays.stream(waiting.getStackTrace())
                .noneMatch(frame -> frame.getClassName().equals(FeedPositionRepository.class.getName())
                        && frame.getMethodName().equals("lock"))) {
            assertThat(Instant.now()).isBefore(latest);
            Thread.onSpinWait();
        }
    }
}

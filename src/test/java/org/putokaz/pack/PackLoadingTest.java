package org.putokaz.pack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class PackLoadingTest {

    @Inject
    PackLoader loader;

    @Inject
    ScratchEntries scratch;

    @TempDir
    Path temporary;

    private PackFolder folder;
    private UUID parent;
    private UUID child;
    private String parentSlug;
    private String childSlug;

    @BeforeEach
    void writePack() {
        folder = new PackFolder(temporary);
        parent = Publishing.newId();
        child = Publishing.newId();
        // The child comes first in the folder: a pack may name what stands further down.
        childSlug = ScratchEntries.slug("a-dete");
        parentSlug = ScratchEntries.slug("b-roditelj");
        folder.write(PackFolder.file(parentSlug), PackFolder.unit(parent, parentSlug));
        folder.write(PackFolder.file(childSlug), PackFolder.unit(child, childSlug, "  parent: " + parent + "\n"));
        scratch.withdrawLater(parent);
        scratch.withdrawLater(child);
    }

    @AfterEach
    void clear() {
        scratch.withdrawAll();
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
        assertThat(get(childSlug).jsonPath().getString("parent")).isEqualTo(parent.toString());
        String tag = get(parent).header("ETag");

        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(0, 2, 0, position + 2));
        assertThat(get(parent).header("ETag")).isEqualTo(tag);
    }

    @Test
    void onlyAChangedFileIsPublishedAgain() {
        long position = load().position();
        String parentTag = get(parent).header("ETag");
        String more = "  parent: " + parent + "\n  shortName: {sr-Cyrl: Ново}\n";
        folder.write(PackFolder.file(childSlug), PackFolder.unit(child, childSlug, more));

        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(1, 1, 0, position + 1));
        assertThat(get(child).jsonPath().getString("shortName")).isEqualTo("Ново");
        assertThat(get(parent).header("ETag")).isEqualTo(parentTag);
    }

    @Test
    void aCommentIsNoChangeForThePublic() {
        long position = load().position();
        folder.write(PackFolder.file(parentSlug), "# Коментар.\n" + PackFolder.unit(parent, parentSlug));
        assertThat(load().position()).isEqualTo(position);
    }

    @Test
    void aRenamedFileLeavesAWayFromTheOldSlug() {
        load();
        String next = ScratchEntries.slug("c-novo-ime");
        folder.delete(PackFolder.file(childSlug));
        folder.write(PackFolder.file(next), PackFolder.unit(child, next));
        load();
        assertThat(get(childSlug).statusCode()).isEqualTo(308);
        assertThat(get(next).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasWithdrawnStaysWithdrawnEvenIfItsFileChanges() {
        long position = load().position();
        scratch.withdraw(child, WithdrawalReason.SAFETY);
        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(0, 1, 1, position + 1));
        folder.write(PackFolder.file(childSlug), PackFolder.unit(child, childSlug));
        assertThat(load()).isEqualTo(new PackPublisher.LoadReport(0, 1, 1, position + 1));
        assertThat(get(child).statusCode()).isEqualTo(410);
    }

    @Test
    void whatWasChangedOtherwiseIsLeftAloneWhileItsFileIsTheSame() {
        load();
        scratch.publish(
                ScratchEntries.UNITS, child, childSlug, ScratchEntries.unit("'shortName': {'sr-Cyrl': 'Руком'}"));
        load();
        assertThat(get(child).jsonPath().getString("shortName")).isEqualTo("Руком");
    }

    @Test
    void aFileThatIsGoneWithdrawsNothing() {
        load();
        folder.delete(PackFolder.file(childSlug));
        assertThat(load().unchanged()).isEqualTo(1);
        assertThat(get(child).statusCode()).isEqualTo(200);
    }

    @Test
    void whatAnotherNodeWithdrawsMeanwhileDoesNotComeBack() throws Exception {
        load();
        folder.write(PackFolder.file(childSlug), PackFolder.unit(child, childSlug));
        Thread loading = new Thread(this::load);

        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            scratch.withdraw(child, WithdrawalReason.SAFETY);
            loading.start();
            awaitTheClock(loading);
        });
        loading.join(30_000);

        assertThat(loading.isAlive()).isFalse();
        assertThat(get(child).statusCode()).isEqualTo(410);
    }

    /** Until a thread asks for the lock that somebody else holds. */
    private static void awaitTheClock(Thread waiting) {
        Instant latest = Instant.now().plusSeconds(20);
        while (Arrays.stream(waiting.getStackTrace())
                .noneMatch(frame -> frame.getClassName().endsWith("FeedClock")
                        && frame.getMethodName().equals("lock"))) {
            assertThat(Instant.now()).isBefore(latest);
            Thread.onSpinWait();
        }
    }
}

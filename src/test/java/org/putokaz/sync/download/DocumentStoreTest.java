package org.putokaz.sync.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.putokaz.problem.ProblemException;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.TestSyncConfig;

/** Files that are made once, kept while somebody reads them, and never left behind. */
class DocumentStoreTest {

    private static final UUID FEED = UUID.randomUUID();
    private static final Duration MAKING = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 2000;

    @TempDir
    Path place;

    private DocumentStore editions;

    @BeforeEach
    void open() {
        SyncConfig config = TestSyncConfig.of(place, MAKING);
        editions = new DocumentStore(config, Clock.systemUTC());
        editions.start(null);
    }

    @AfterEach
    void close() {
        editions.stop(null);
        assertThat(place).isEmptyDirectory();
    }

    /** Writes its position, after somebody has said so. */
    private static final class Scribe implements DownloadableDocument {

        private final long position;
        private final AtomicInteger times = new AtomicInteger();
        private final CountDownLatch word = new CountDownLatch(1);

        Scribe(long position) {
            this.position = position;
        }

        static Scribe ready(long position) {
            Scribe scribe = new Scribe(position);
            scribe.word.countDown();
            return scribe;
        }

        @Override
        public String path() {
            return "/here";
        }

        @Override
        public DocumentMetadata write(OutputStream out) throws IOException {
            times.incrementAndGet();
            try {
                assertThat(word.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            if (position < 0) {
                throw new IOException("The ink has run out");
            }
            out.write(("position " + position).getBytes());
            return new DocumentMetadata(FEED, position, Instant.EPOCH, null, null);
        }

        @Override
        public String sign(DocumentEdition edition) {
            return "x";
        }
    }

    private DocumentEdition at(long position, Scribe scribe) throws Exception {
        return ask(position, scribe).get(30, TimeUnit.SECONDS);
    }

    private CompletableFuture<DocumentEdition> ask(long position, Scribe scribe) {
        return editions.getOrCreate(new DocumentVersion(FEED, position), position, scribe);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        }
    }

    @Test
    void equalQuestionsAreWrittenOnce() throws Exception {
        Scribe scribe = new Scribe(7);
        List<CompletableFuture<DocumentEdition>> asked = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            asked.add(ask(7, scribe));
        }
        scribe.word.countDown();

        DocumentEdition edition = asked.get(0).get(30, TimeUnit.SECONDS);
        for (CompletableFuture<DocumentEdition> one : asked) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isSameAs(edition);
        }
        assertThat(at(7, scribe)).isSameAs(edition);
        assertThat(scribe.times).hasValue(1);
        assertThat(Files.readString(edition.plain().file())).isEqualTo("position 7");
    }

    private Optional<DocumentVersion> slow(long now) {
        return editions.findSlowInProgress(new DocumentVersion(FEED, now), Scribe.ready(now));
    }

    @Test
    void whatIsInTheMakingForTooLongCanBeWaitedForAndIsNotBegunAgain() throws Exception {
        Scribe slow = new Scribe(7);
        DocumentVersion seventh = new DocumentVersion(FEED, 7);
        CompletableFuture<DocumentEdition> first = ask(7, slow);
        assertThat(slow(8)).isEmpty();
        Thread.sleep(MAKING.toMillis() + 1);
        assertThat(slow(8)).contains(seventh);
        assertThat(editions.findSlowInProgress(new DocumentVersion(UUID.randomUUID(), 8), slow))
                .isEmpty();

        Scribe late = Scribe.ready(9);
        CompletableFuture<DocumentEdition> second = editions.getOrCreate(new DocumentVersion(FEED, 9), 7, late);
        CompletableFuture<DocumentEdition> another = editions.getOrCreate(new DocumentVersion(FEED, 9), 8, late);
        assertThat(another.get(30, TimeUnit.SECONDS).metadata().position()).isEqualTo(9);
        slow.word.countDown();
        assertThat(second.get(30, TimeUnit.SECONDS)).isSameAs(first.get(30, TimeUnit.SECONDS));
        assertThat(late.times).hasValue(1);

        // Now it is known to take long, and need not be in the making for long.
        Scribe next = new Scribe(10);
        ask(10, next);
        assertThat(slow(11)).contains(new DocumentVersion(FEED, 10));
        next.word.countDown();
    }

    @Test
    void whoGivesUpWaitsNoMoreAndDoesNotStopTheMaking() throws Exception {
        Scribe scribe = new Scribe(7);
        List<CompletableFuture<DocumentEdition>> waiting = new ArrayList<>();
        for (int i = 0; i < MOST_WAITING; i++) {
            waiting.add(ask(7, scribe));
        }
        assertThatThrownBy(() -> ask(7, scribe)).hasMessageContaining("too-many-editions");

        waiting.forEach(one -> one.cancel(false));
        CompletableFuture<DocumentEdition> patient = ask(7, scribe);
        scribe.word.countDown();
        assertThat(patient.get(30, TimeUnit.SECONDS).metadata().position()).isEqualTo(7);
        assertThat(scribe.times).hasValue(1);
    }

    @Test
    void anotherPositionOrFeedIsAnotherEdition() throws Exception {
        DocumentEdition seventh = at(7, Scribe.ready(7));

        assertThat(at(8, Scribe.ready(8))).isNotSameAs(seventh);
        DocumentVersion restored = new DocumentVersion(UUID.randomUUID(), 8);
        Scribe again = Scribe.ready(8);
        editions.getOrCreate(restored, 8, again).get(30, TimeUnit.SECONDS);
        assertThat(again.times).hasValue(1);
    }

    @Test
    void onlyTheLastTwoAreKeptAndWhatIsReadLastsUntilItIsRead() throws Exception {
        DocumentEdition first = at(1, Scribe.ready(1));
        Runnable read = editions.acquire(first);
        at(2, Scribe.ready(2));
        assertThat(editions.findByEntityTag("/here", first.plain().entityTag())).containsSame(first);
        at(3, Scribe.ready(3));

        assertThat(editions.findByEntityTag("/here", first.plain().entityTag())).isEmpty();
        assertThat(files()).hasSize(6).contains(first.plain().file());
        assertThatThrownBy(() -> editions.acquire(first)).isInstanceOf(ProblemException.class);
        read.run();
        assertThat(files()).hasSize(4).doesNotContain(first.plain().file());
        assertThat(editions.activeDownloads()).isZero();
    }

    @Test
    void tooManyDownloadsAreTurnedAway() throws Exception {
        DocumentEdition edition = at(1, Scribe.ready(1));
        Runnable one = editions.acquire(edition);
        editions.acquire(edition);

        assertThatThrownBy(() -> editions.acquire(edition))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type().status()).isEqualTo(503));
        one.run();
        editions.acquire(edition);
    }

    @Test
    void whatCouldNotBeWrittenIsTriedAgain() throws Exception {
        assertThatThrownBy(() -> at(5, Scribe.ready(-1))).hasRootCauseMessage("The ink has run out");
        assertThat(files()).isEmpty();
        assertThat(at(5, Scribe.ready(5)).metadata().position()).isEqualTo(5);
    }

    @Test
    void tooManyToBeWrittenAreTurnedAway() {
        List<Scribe> busy = new ArrayList<>();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        Scribe scribe = new Scribe(i);
                        busy.add(scribe);
                        ask(i, scribe);
                    }
                })
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("too-many-editions");
        busy.forEach(scribe -> scribe.word.countDown());
    }

    @Test
    void onlyTheOwnerMayReadThem() throws Exception {
        DocumentEdition edition = at(1, Scribe.ready(1));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(edition.plain().file().getParent())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(edition.plain().file())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAKilledProcessLeftIsClearedAndALivingOnesIsNot() throws Exception {
        Path left = Files.createDirectory(place.resolve("putokaz-editions-left"));
        Files.writeString(left.resolve("lock"), "");
        Files.writeString(left.resolve("edition1"), "old");
        at(1, Scribe.ready(1));
        Path living = files().get(0).getParent();

        DocumentDirectory.createIn(place).close();
        assertThat(left).doesNotExist();
        assertThat(living).exists();
        try (FileChannel lock = FileChannel.open(living.resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.isOpen()).isTrue();
        }
    }
}

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
import org.putokaz.fixture.Await;
import org.putokaz.problem.ProblemException;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.TestSyncConfig;

/** Documents are written once, their files stay while they are downloaded, and none is left behind. */
class DocumentStoreTest {

    private static final UUID FEED = UUID.randomUUID();
    private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_WAITING = 2000;

    @TempDir
    Path directory;

    private DocumentStore store;

    @BeforeEach
    void open() {
        SyncConfig config = TestSyncConfig.of(directory, WAIT_TIMEOUT);
        store = new DocumentStore(config, Clock.systemUTC());
        store.start(null);
    }

    @AfterEach
    void close() {
        store.stop(null);
        assertThat(directory).isEmptyDirectory();
    }

    /** Document that contains its position and is written when the test allows it. */
    private static final class ControlledDocument implements DownloadableDocument {

        private final long position;
        private final AtomicInteger writes = new AtomicInteger();
        private final CountDownLatch mayFinish = new CountDownLatch(1);

        ControlledDocument(long position) {
            this.position = position;
        }

        static ControlledDocument ready(long position) {
            ControlledDocument document = new ControlledDocument(position);
            document.mayFinish.countDown();
            return document;
        }

        @Override
        public String path() {
            return "/here";
        }

        @Override
        public DocumentMetadata write(OutputStream out) throws IOException {
            writes.incrementAndGet();
            try {
                assertThat(mayFinish.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            if (position < 0) {
                throw new IOException("The disk is full");
            }
            out.write(("position " + position).getBytes());
            return new DocumentMetadata(FEED, position, Instant.EPOCH, null, null);
        }

        @Override
        public String sign(DocumentEdition edition) {
            return "x";
        }
    }

    private DocumentEdition create(long position, ControlledDocument document) throws Exception {
        return request(position, document).get(30, TimeUnit.SECONDS);
    }

    private CompletableFuture<DocumentEdition> request(long position, ControlledDocument document) {
        return store.getOrCreate(new DocumentVersion(FEED, position), position, document);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        }
    }

    @Test
    void equalRequestsWriteADocumentOnce() throws Exception {
        ControlledDocument document = new ControlledDocument(7);
        List<CompletableFuture<DocumentEdition>> requests = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            requests.add(request(7, document));
        }
        document.mayFinish.countDown();

        DocumentEdition edition = requests.get(0).get(30, TimeUnit.SECONDS);
        for (CompletableFuture<DocumentEdition> one : requests) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isSameAs(edition);
        }
        assertThat(create(7, document)).isSameAs(edition);
        assertThat(document.writes).hasValue(1);
        assertThat(Files.readString(edition.plain().file())).isEqualTo("position 7");
    }

    private Optional<DocumentVersion> slow(long now) {
        return store.findSlowInProgress(new DocumentVersion(FEED, now), ControlledDocument.ready(now));
    }

    @Test
    void aSlowDocumentInProgressIsJoinedAndNotStartedAgain() throws Exception {
        ControlledDocument slow = new ControlledDocument(7);
        DocumentVersion seventh = new DocumentVersion(FEED, 7);
        CompletableFuture<DocumentEdition> first = request(7, slow);
        assertThat(slow(8)).isEmpty();
        Await.until("the writing to begin", () -> slow.writes.get() == 1);
        long begun = System.nanoTime();
        Await.until("the writing to be slow", () -> System.nanoTime() - begun > WAIT_TIMEOUT.toNanos());
        assertThat(slow(8)).contains(seventh);
        assertThat(store.findSlowInProgress(new DocumentVersion(UUID.randomUUID(), 8), slow))
                .isEmpty();

        ControlledDocument late = ControlledDocument.ready(9);
        CompletableFuture<DocumentEdition> second = store.getOrCreate(new DocumentVersion(FEED, 9), 7, late);
        CompletableFuture<DocumentEdition> another = store.getOrCreate(new DocumentVersion(FEED, 9), 8, late);
        assertThat(another.get(30, TimeUnit.SECONDS).metadata().position()).isEqualTo(9);
        slow.mayFinish.countDown();
        assertThat(second.get(30, TimeUnit.SECONDS)).isSameAs(first.get(30, TimeUnit.SECONDS));
        assertThat(late.writes).hasValue(1);

        // Now the document is known to be slow, however short it has been in progress.
        ControlledDocument next = new ControlledDocument(10);
        request(10, next);
        assertThat(slow(11)).contains(new DocumentVersion(FEED, 10));
        next.mayFinish.countDown();
    }

    @Test
    void aCancelledRequestDoesNotStopTheWriting() throws Exception {
        ControlledDocument document = new ControlledDocument(7);
        List<CompletableFuture<DocumentEdition>> waiting = new ArrayList<>();
        for (int i = 0; i < MAX_WAITING; i++) {
            waiting.add(request(7, document));
        }
        assertThatThrownBy(() -> request(7, document)).hasMessageContaining("too-many-editions");

        waiting.forEach(one -> one.cancel(false));
        CompletableFuture<DocumentEdition> patient = request(7, document);
        document.mayFinish.countDown();
        assertThat(patient.get(30, TimeUnit.SECONDS).metadata().position()).isEqualTo(7);
        assertThat(document.writes).hasValue(1);
    }

    @Test
    void anotherPositionOrFeedIsAnotherEdition() throws Exception {
        DocumentEdition seventh = create(7, ControlledDocument.ready(7));

        assertThat(create(8, ControlledDocument.ready(8))).isNotSameAs(seventh);
        DocumentVersion restored = new DocumentVersion(UUID.randomUUID(), 8);
        ControlledDocument again = ControlledDocument.ready(8);
        store.getOrCreate(restored, 8, again).get(30, TimeUnit.SECONDS);
        assertThat(again.writes).hasValue(1);
    }

    @Test
    void twoVersionsAreStoredAndFilesStayWhileTheyAreDownloaded() throws Exception {
        DocumentEdition first = create(1, ControlledDocument.ready(1));
        Runnable read = store.acquire(first);
        create(2, ControlledDocument.ready(2));
        assertThat(store.findByEntityTag("/here", first.plain().entityTag())).containsSame(first);
        create(3, ControlledDocument.ready(3));

        assertThat(store.findByEntityTag("/here", first.plain().entityTag())).isEmpty();
        assertThat(files()).hasSize(6).contains(first.plain().file());
        assertThatThrownBy(() -> store.acquire(first)).isInstanceOf(ProblemException.class);
        read.run();
        assertThat(files()).hasSize(4).doesNotContain(first.plain().file());
        assertThat(store.activeDownloads()).isZero();
    }

    @Test
    void tooManyDownloadsAreRefused() throws Exception {
        DocumentEdition edition = create(1, ControlledDocument.ready(1));
        Runnable one = store.acquire(edition);
        store.acquire(edition);

        assertThatThrownBy(() -> store.acquire(edition))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type().status()).isEqualTo(503));
        one.run();
        store.acquire(edition);
    }

    @Test
    void aFailedDocumentIsWrittenAgain() throws Exception {
        assertThatThrownBy(() -> create(5, ControlledDocument.ready(-1))).hasRootCauseMessage("The disk is full");
        assertThat(files()).isEmpty();
        assertThat(create(5, ControlledDocument.ready(5)).metadata().position()).isEqualTo(5);
    }

    @Test
    void tooManyQueuedDocumentsAreRefused() {
        List<ControlledDocument> busy = new ArrayList<>();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        ControlledDocument document = new ControlledDocument(i);
                        busy.add(document);
                        request(i, document);
                    }
                })
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("too-many-editions");
        busy.forEach(document -> document.mayFinish.countDown());
    }

    @Test
    void onlyTheOwnerMayReadThem() throws Exception {
        DocumentEdition edition = create(1, ControlledDocument.ready(1));

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(edition.plain().file().getParent())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(edition.plain().file())))
                .isEqualTo("rw-------");
    }

    @Test
    void directoriesOfKilledProcessesAreDeletedAndThoseInUseAreNot() throws Exception {
        Path left = Files.createDirectory(directory.resolve("putokaz-editions-left"));
        Files.writeString(left.resolve("lock"), "");
        Files.writeString(left.resolve("edition1"), "old");
        create(1, ControlledDocument.ready(1));
        Path living = files().get(0).getParent();

        DocumentDirectory.createIn(directory).close();
        assertThat(left).doesNotExist();
        assertThat(living).exists();
        try (FileChannel lock = FileChannel.open(living.resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.isOpen()).isTrue();
        }
    }
}

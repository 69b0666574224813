package org.putokaz.sync.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPosition;
import org.putokaz.problem.ProblemException;
import org.putokaz.signing.JwsSigner;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.TestSyncConfig;

/** Waiting for documents that take long to write, and withdrawals meanwhile. */
@DatabaseTest
class DownloadServiceTest {

    private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(2);
    private static final DownloadRequest WHOLE_DOCUMENT = new DownloadRequest(false, false, null, null, null, 0);

    @Inject
    ScratchEntries scratch;

    @Inject
    ChangeFeed feed;

    @Inject
    FeedNotifier notifier;

    @Inject
    JwsSigner signer;

    @TempDir
    Path directory;

    private DocumentStore documents;
    private DownloadService downloads;
    /** One permit for each document that may be finished. */
    private final Semaphore mayFinish = new Semaphore(0);

    private final AtomicInteger startedCount = new AtomicInteger();
    private final Semaphore started = new Semaphore(0);

    @BeforeEach
    void open() {
        SyncConfig config = TestSyncConfig.of(directory, WAIT_TIMEOUT);
        documents = new DocumentStore(config, Clock.systemUTC());
        documents.start(null);
        downloads = new DownloadService(documents, feed, signer, config);
    }

    @AfterEach
    void close() {
        mayFinish.release(100);
        documents.stop(null);
        scratch.withdrawAll();
    }

    /** Document that reads the position of the feed and is finished when the test allows it. */
    private final class SlowDocument implements DownloadableDocument {

        @Override
        public String path() {
            return "/slow";
        }

        @Override
        public DocumentMetadata write(OutputStream out) throws IOException {
            FeedPosition position = notifier.feedPosition();
            startedCount.incrementAndGet();
            started.release();
            try {
                assertThat(mayFinish.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            out.write(1);
            return new DocumentMetadata(position.feedId(), position.position(), Instant.EPOCH, null, null);
        }

        @Override
        public String sign(DocumentEdition edition) {
            return "x";
        }
    }

    private UUID publish() {
        return scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("posao"), ScratchEntries.event());
    }

    /** Waits until the writing of one more document has started. */
    private void awaitStart() throws InterruptedException {
        assertThat(started.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    private void assertFirstRequestTimesOut() throws InterruptedException {
        Uni<DownloadService.SignedEdition> first = downloads.prepare(new SlowDocument(), WHOLE_DOCUMENT);
        assertThatThrownBy(() -> first.await().atMost(Duration.ofSeconds(30)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("edition-in-the-making");
        awaitStart();
    }

    private CompletableFuture<DownloadService.SignedEdition> request() {
        return downloads.prepare(new SlowDocument(), WHOLE_DOCUMENT).subscribeAsCompletionStage();
    }

    @Test
    void aDocumentInProgressIsNotJoinedForAPositionThatItHasNotReached() throws Exception {
        publish();
        assertFirstRequestTimesOut();
        publish();
        long position = notifier.position();
        DownloadRequest request = new DownloadRequest(false, false, null, null, null, position);
        CompletableFuture<DownloadService.SignedEdition> second =
                downloads.prepare(new SlowDocument(), request).subscribeAsCompletionStage();
        awaitStart();
        mayFinish.release(100);
        assertThat(second.get(30, TimeUnit.SECONDS).edition().metadata().position())
                .isEqualTo(position);
    }

    @Test
    void aDocumentInProgressIsJoinedAlthoughTheFeedHasAdvanced() throws Exception {
        publish();
        long position = notifier.position();
        assertFirstRequestTimesOut();
        publish();
        CompletableFuture<DownloadService.SignedEdition> second = request();
        mayFinish.release(100);
        assertThat(second.get(30, TimeUnit.SECONDS).edition().metadata().position())
                .isEqualTo(position);
    }

    @Test
    void aDocumentIsWrittenAgainAfterAWithdrawal() throws Exception {
        UUID gone = publish();
        CompletableFuture<DownloadService.SignedEdition> first = request();
        awaitStart();
        scratch.withdraw(gone, WithdrawalReason.SAFETY);
        long position = notifier.position();
        mayFinish.release(100);
        assertThat(first.get(30, TimeUnit.SECONDS).edition().metadata().position())
                .isEqualTo(position);
    }

    @Test
    void aDocumentInProgressIsNotJoinedAfterAWithdrawal() throws Exception {
        UUID gone = publish();
        assertFirstRequestTimesOut();
        scratch.withdraw(gone, WithdrawalReason.SAFETY);
        long position = notifier.position();
        CompletableFuture<DownloadService.SignedEdition> second = request();
        // A second one is started beside the first, which cannot finish yet.
        awaitStart();
        mayFinish.release(100);
        assertThat(second.get(30, TimeUnit.SECONDS).edition().metadata().position())
                .isEqualTo(position);
        assertThat(startedCount.get()).isEqualTo(2);
    }

    @Test
    void theTimeoutCoversBothAttempts() throws Exception {
        UUID gone = publish();
        long since = System.nanoTime();
        CompletableFuture<DownloadService.SignedEdition> first = request();
        awaitStart();
        Thread.sleep(WAIT_TIMEOUT.toMillis() * 3 / 4);
        scratch.withdraw(gone, WithdrawalReason.SAFETY);
        mayFinish.release();
        awaitStart();
        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasMessageContaining("edition-in-the-making");
        assertThat(Duration.ofNanos(System.nanoTime() - since))
                .isLessThan(WAIT_TIMEOUT.multipliedBy(13).dividedBy(8));
    }
}

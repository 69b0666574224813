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

/** Who comes back for a document that is still being made. */
@DatabaseTest
class DownloadServiceTest {

    private static final Duration MAKING = Duration.ofSeconds(2);
    private static final DownloadRequest ALL_OF_IT = new DownloadRequest(false, false, null, null, null);
    private static final String NAMED =
            "{'date':'2020','title':{'sr-Cyrl':'Догађај'},'category':'milestone','units':[]}";

    @Inject
    ScratchEntries scratch;

    @Inject
    ChangeFeed feed;

    @Inject
    FeedNotifier watch;

    @Inject
    JwsSigner signer;

    @TempDir
    Path folder;

    private DocumentStore editions;
    private DownloadService downloads;
    /** For each that may be finished. */
    private final Semaphore word = new Semaphore(0);

    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore reading = new Semaphore(0);

    @BeforeEach
    void open() {
        SyncConfig config = TestSyncConfig.of(folder, MAKING);
        editions = new DocumentStore(config, Clock.systemUTC());
        editions.start(null);
        downloads = new DownloadService(editions, feed, signer, config);
    }

    @AfterEach
    void close() {
        word.release(100);
        editions.stop(null);
        scratch.withdrawAll();
    }

    /** Reads where the feed stands, and then takes his time. */
    private final class Slow implements DownloadableDocument {

        @Override
        public String path() {
            return "/slow";
        }

        @Override
        public DocumentMetadata write(OutputStream out) throws IOException {
            FeedPosition place = watch.feedPosition();
            begun.incrementAndGet();
            reading.release();
            try {
                assertThat(word.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            out.write(1);
            return new DocumentMetadata(place.feedId(), place.position(), Instant.EPOCH, null, null);
        }

        @Override
        public String sign(DocumentEdition edition) {
            return "x";
        }
    }

    private UUID publish() {
        return scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("posao"), ScratchEntries.event());
    }

    /** Until somebody else has begun to write. */
    private void await() throws InterruptedException {
        assertThat(reading.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    private void whoAsksFirstIsToldToComeBack() throws InterruptedException {
        Uni<DownloadService.SignedEdition> first = downloads.prepare(new Slow(), ALL_OF_IT);
        assertThatThrownBy(() -> first.await().atMost(Duration.ofSeconds(30)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("edition-in-the-making");
        await();
    }

    private CompletableFuture<DownloadService.SignedEdition> comingBack() {
        return downloads.prepare(new Slow(), ALL_OF_IT).subscribeAsCompletionStage();
    }

    @Test
    void theFirstOneIsWaitedForAlthoughTheFeedHasMoved() throws Exception {
        publish();
        long position = watch.position();
        whoAsksFirstIsToldToComeBack();
        publish();
        CompletableFuture<DownloadService.SignedEdition> second = comingBack();
        word.release(100);
        assertThat(second.get(30, TimeUnit.SECONDS).edition().metadata().position())
                .isEqualTo(position);
    }

    @Test
    void itIsMadeAnewWhereSomethingWasWithdrawnMeanwhile() throws Exception {
        UUID gone = publish();
        CompletableFuture<DownloadService.SignedEdition> first = comingBack();
        await();
        scratch.withdraw(gone, WithdrawalReason.SAFETY);
        long position = watch.position();
        word.release(100);
        assertThat(first.get(30, TimeUnit.SECONDS).edition().metadata().position())
                .isEqualTo(position);
    }

    @Test
    void whoComesBackWaitsForNoneThatHoldsWhatWasWithdrawn() throws Exception {
        UUID gone = publish();
        whoAsksFirstIsToldToComeBack();
        scratch.withdraw(gone, WithdrawalReason.SAFETY);
        long position = watch.position();
        CompletableFuture<DownloadService.SignedEdition> second = comingBack();
        // Another is begun beside the first, which nobody releases before.
        await();
        word.release(100);
        assertThat(second.get(30, TimeUnit.SECONDS).edition().metadata().position())
                .isEqualTo(position);
        assertThat(begun.get()).isEqualTo(2);
    }

    @Test
    void nobodyWaitsTwiceAsLongBecauseItIsMadeTwice() throws Exception {
        UUID gone = publish();
        long since = System.nanoTime();
        CompletableFuture<DownloadService.SignedEdition> first = comingBack();
        await();
        Thread.sleep(MAKING.toMillis() * 3 / 4);
        scratch.withdraw(gone, WithdrawalReason.SAFETY);
        word.release();
        await();
        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasMessageContaining("edition-in-the-making");
        assertThat(Duration.ofNanos(System.nanoTime() - since))
                .isLessThan(MAKING.multipliedBy(13).dividedBy(8));
    }
}

package org.putokaz.sync.download;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;
import org.putokaz.sync.SyncConfig;

/**
 * Store of generated documents in files of this node. Each document is written once for a position of the feed, however
 * many requests ask for it (docs/decisions/0018).
 *
 * <h2>Concurrency</h2>
 *
 * <p>Single flight: {@link #getOrCreate} returns a stored edition, joins the writing of one that is in progress, or
 * starts one on a writer thread. A waiting request holds a future and no thread; when it gives up it cancels its own
 * future, and the writing goes on. The maps are guarded by this object; documents are written outside the lock.
 *
 * <p>A document that takes longer to write than a request waits ({@code putokaz.sync.making}) is slow. Where content is
 * published all the time, a client that retries would never find one of the current position. So a slow
 * edition is good for two minutes ({@link #findRecentSlow}), and one in progress is joined by later positions ({@link
 * #findSlowInProgress}). The caller has to check that nothing in it was withdrawn since.
 *
 * <h2>Bounds</h2>
 *
 * <p>Two writer threads, 20 queued documents, 2000 waiting requests, {@code putokaz.sync.most-downloads} downloads;
 * beyond them a request is answered 503. Twelve editions are stored, two of one document. Files of an edition beyond
 * that are deleted when its last download has ended.
 *
 * <h2>Failure</h2>
 *
 * <p>When writing fails, its files are deleted, the waiting requests fail, and the next request starts anew. The
 * directory is deleted at shutdown; what a killed process leaves is deleted by {@link DocumentDirectory} at the next
 * start.
 */
@ApplicationScoped
class DocumentStore {

    private static final int WRITER_THREADS = 2;
    private static final int MAX_QUEUED = 20;
    private static final int MAX_WAITING = 2000;
    private static final int SHUTDOWN_TIMEOUT_SECONDS = 5;

    private final SyncConfig config;
    private final Clock clock;
    private final Map<DocumentKey, InProgress> inProgress = new HashMap<>();
    private final StoredDocuments stored;
    private final AtomicInteger waitingRequests = new AtomicInteger();
    private final AtomicInteger activeDownloads = new AtomicInteger();
    private final ThreadPoolExecutor writers = new ThreadPoolExecutor(
            WRITER_THREADS,
            WRITER_THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(MAX_QUEUED),
            DocumentStore::newWriterThread);
    private @Nullable DocumentDirectory directory;

    private record DocumentKey(String path, DocumentVersion version) {}

    private record InProgress(CompletableFuture<DocumentEdition> edition, Instant startedAt) {}

    @Inject
    DocumentStore(SyncConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.stored = new StoredDocuments(config.making());
    }

    private static Thread newWriterThread(Runnable work) {
        Thread thread = new Thread(work, "editions");
        thread.setDaemon(true);
        return thread;
    }

    void start(@Observes StartupEvent start) {
        String parent = config.directory().orElse(System.getProperty("java.io.tmpdir"));
        directory = DocumentDirectory.createIn(Path.of(parent));
    }

    void stop(@Observes ShutdownEvent stop) {
        writers.shutdownNow();
        awaitWriterTermination();
        if (directory != null) {
            directory.close();
        }
    }

    /** A writer that is still running would create files in a directory that is being deleted. */
    private void awaitWriterTermination() {
        try {
            writers.awaitTermination(SHUTDOWN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The edition of that version, or a slow one of an earlier position that was stored in the last two minutes. */
    synchronized Optional<DocumentEdition> findRecentSlow(DocumentVersion version, DownloadableDocument document) {
        Instant now = clock.instant();
        return stored.find(document.path(), version, now)
                .or(() -> stored.findRecentSlow(document.path(), version.feed(), now));
    }

    /**
     * The latest version of the feed that is being written and slow: because it has taken longer than a request waits,
     * or because an earlier edition has.
     */
    synchronized Optional<DocumentVersion> findSlowInProgress(DocumentVersion current, DownloadableDocument document) {
        Instant threshold = clock.instant().minus(config.making());
        boolean knownSlow = stored.isKnownSlow(document.path());
        return inProgress(document.path(), current)
                .filter(writing -> knownSlow || writing.getValue().startedAt().isBefore(threshold))
                .map(writing -> writing.getKey().version())
                .max(Comparator.comparingLong(DocumentVersion::position));
    }

    /**
     * The edition of that version, or of a later one. To stop waiting, cancel the future.
     *
     * @param minPosition the earliest position of an edition in progress that may be joined
     * @throws org.putokaz.problem.ProblemException 503 when too many documents are queued or too many requests wait
     */
    synchronized CompletableFuture<DocumentEdition> getOrCreate(
            DocumentVersion version, long minPosition, DownloadableDocument document) {
        Optional<DocumentEdition> existing = stored.find(document.path(), version, clock.instant());
        if (existing.isPresent()) {
            return CompletableFuture.completedFuture(existing.get());
        }
        if (waitingRequests.get() >= MAX_WAITING) {
            throw ProblemType.UNAVAILABLE.because("too-many-editions");
        }
        CompletableFuture<DocumentEdition> awaited = findInProgress(version, minPosition, document.path())
                .orElseGet(() -> startWriting(new DocumentKey(document.path(), version), document))
                .copy();
        waitingRequests.incrementAndGet();
        awaited.whenComplete((edition, failure) -> waitingRequests.decrementAndGet());
        return awaited;
    }

    /** The latest one from that position on. */
    private Optional<CompletableFuture<DocumentEdition>> findInProgress(
            DocumentVersion version, long minPosition, String path) {
        return inProgress(path, version)
                .filter(writing -> writing.getKey().version().position() >= minPosition)
                .max(Comparator.comparingLong(
                        writing -> writing.getKey().version().position()))
                .map(writing -> writing.getValue().edition());
    }

    /** The writings in progress of that document, from the same feed. */
    private Stream<Map.Entry<DocumentKey, InProgress>> inProgress(String path, DocumentVersion version) {
        return inProgress.entrySet().stream()
                .filter(writing -> writing.getKey().path().equals(path)
                        && writing.getKey().version().feed().equals(version.feed()));
    }

    private CompletableFuture<DocumentEdition> startWriting(DocumentKey key, DownloadableDocument document) {
        CompletableFuture<DocumentEdition> edition = new CompletableFuture<>();
        try {
            writers.execute(() -> write(key, document, edition));
        } catch (RejectedExecutionException full) {
            throw ProblemType.UNAVAILABLE.because("too-many-editions");
        }
        inProgress.put(key, new InProgress(edition, clock.instant()));
        return edition;
    }

    private void write(DocumentKey key, DownloadableDocument document, CompletableFuture<DocumentEdition> awaited) {
        try {
            if (directory == null) {
                throw new IllegalStateException("The document store is not started");
            }
            long started = System.nanoTime();
            DocumentEdition edition = DocumentFileWriter.write(document, directory.path());
            store(key, edition, Duration.ofNanos(System.nanoTime() - started));
            awaited.complete(edition);
        } catch (Throwable failure) {
            removeInProgress(key);
            awaited.completeExceptionally(failure);
        }
    }

    private synchronized void store(DocumentKey key, DocumentEdition edition, Duration writeTime) {
        inProgress.remove(key);
        stored.add(edition, writeTime, clock.instant());
    }

    private synchronized void removeInProgress(DocumentKey key) {
        inProgress.remove(key);
    }

    /** The stored edition with that entity tag, which may be the last but one. */
    synchronized Optional<DocumentEdition> findByEntityTag(String path, String entityTag) {
        return stored.findByEntityTag(path, entityTag);
    }

    /**
     * Begins a download: the files of the edition stay until the returned action is run, which must happen once.
     *
     * @throws org.putokaz.problem.ProblemException 503 when there are too many downloads, or the edition is retired
     */
    Runnable acquire(DocumentEdition edition) {
        if (activeDownloads.incrementAndGet() > config.mostDownloads()) {
            activeDownloads.decrementAndGet();
            throw ProblemType.UNAVAILABLE.because("too-many-downloads");
        }
        if (!edition.acquire()) {
            activeDownloads.decrementAndGet();
            throw ProblemType.UNAVAILABLE.because("too-many-editions");
        }
        return () -> {
            edition.release();
            activeDownloads.decrementAndGet();
        };
    }

    int activeDownloads() {
        return activeDownloads.get();
    }
}

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
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;
import org.putokaz.sync.SyncConfig;

/**
 * The shelf of documents that were written whole: each is made once a position, however many ask for it, and those who
 * wait for it hold no thread. A few are kept, so that a broken download of the last one can go on.
 */
@ApplicationScoped
class DocumentStore {

    private static final int WRITERS = 2;
    private static final int MOST_TO_WRITE = 20;
    private static final int MOST_WAITING = 2000;
    private static final int MOST_KEPT = 12;
    private static final int MOST_OF_ONE = 2;
    private static final int SECONDS_TO_END = 5;
    /** How long what took long to make is good enough for whoever comes back for it. */
    private static final Duration COME_BACK = Duration.ofMinutes(2);

    private final SyncConfig config;
    private final Clock clock;
    private final Map<Made, Making> inTheMaking = new HashMap<>();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger downloads = new AtomicInteger();
    private final ThreadPoolExecutor writers = new ThreadPoolExecutor(
            WRITERS, WRITERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(MOST_TO_WRITE), DocumentStore::thread);
    private @Nullable DocumentDirectory folder;

    private record Kept(DocumentEdition edition, Duration took, Instant at) {}

    /** What is made once. */
    private record Made(String path, DocumentWriter.Place place) {}

    private record Making(CompletableFuture<DocumentEdition> edition, Instant since) {}

    @Inject
    DocumentStore(SyncConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "editions");
        thread.setDaemon(true);
        return thread;
    }

    void open(@Observes StartupEvent start) {
        folder = DocumentDirectory.within(Path.of(config.directory().orElse(System.getProperty("java.io.tmpdir"))));
    }

    void close(@Observes ShutdownEvent stop) {
        writers.shutdownNow();
        awaitWriters();
        if (folder != null) {
            folder.close();
        }
    }

    /** Who is still writing would leave a file in the folder that is to go. */
    private void awaitWriters() {
        try {
            writers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The document as it is at that place of the feed, where it has been made already. */
    private Optional<DocumentEdition> made(DocumentWriter.Place place, DocumentWriter author) {
        Instant now = clock.instant();
        return kept.stream()
                .map(Kept::edition)
                .filter(edition -> edition.path().equals(author.path()) && edition.isOf(place, now))
                .findFirst();
    }

    /**
     * One that took longer to make than anybody waits for it, and is new: for those who come back for it. The feed may have
     * moved on since; whoever waited for one that is up to date would wait for ever where something is always published.
     */
    synchronized Optional<DocumentEdition> worthTheWait(DocumentWriter.Place place, DocumentWriter author) {
        Instant now = clock.instant();
        return made(place, author)
                .or(() -> kept.stream()
                        .filter(one -> one.took.compareTo(config.making()) > 0
                                && one.at.plus(COME_BACK).isAfter(now))
                        .map(Kept::edition)
                        .filter(edition -> edition.path().equals(author.path()) && edition.holdsAt(place.feed(), now))
                        .findFirst());
    }

    /**
     * Where the feed stood when that one was begun which has been in the making for longer than anybody waits, or will be: who
     * comes back for it need not begin another.
     */
    synchronized Optional<DocumentWriter.Place> slowlyMade(DocumentWriter.Place now, DocumentWriter author) {
        String path = author.path();
        Instant early = clock.instant().minus(config.making());
        boolean takesLong = kept.stream()
                .anyMatch(one -> one.edition.path().equals(path) && one.took.compareTo(config.making()) > 0);
        return inTheMaking.entrySet().stream()
                .filter(one -> takesLong || one.getValue().since().isBefore(early))
                .map(one -> one.getKey())
                .filter(one -> one.path().equals(path) && one.place().feed().equals(now.feed()))
                .map(Made::place)
                .max(Comparator.comparingLong(DocumentWriter.Place::position));
    }

    /**
     * The document at that place of the feed, or at a later one. Who gives up waiting cancels what he was given, and not the
     * making.
     *
     * @param good from which position on one that is in the making is good enough
     * @throws org.putokaz.problem.ProblemException 503 when too many are to be made, or wait for one
     */
    synchronized CompletableFuture<DocumentEdition> at(DocumentWriter.Place place, long good, DocumentWriter author) {
        Optional<DocumentEdition> there = made(place, author);
        if (there.isPresent()) {
            return CompletableFuture.completedFuture(there.get());
        }
        if (waiting.get() >= MOST_WAITING) {
            throw ProblemType.UNAVAILABLE.because("too-many-editions");
        }
        CompletableFuture<DocumentEdition> awaited = inTheMaking(place.feed(), good, author.path())
                .orElseGet(() -> begin(new Made(author.path(), place), author))
                .copy();
        waiting.incrementAndGet();
        awaited.whenComplete((made, failure) -> waiting.decrementAndGet());
        return awaited;
    }

    /** The last of those that are good enough. */
    private Optional<CompletableFuture<DocumentEdition>> inTheMaking(UUID feed, long good, String path) {
        return inTheMaking.entrySet().stream()
                .filter(one -> one.getKey().path().equals(path)
                        && one.getKey().place().feed().equals(feed)
                        && one.getKey().place().position() >= good)
                .max(Comparator.comparingLong(one -> one.getKey().place().position()))
                .map(one -> one.getValue().edition());
    }

    private CompletableFuture<DocumentEdition> begin(Made key, DocumentWriter author) {
        CompletableFuture<DocumentEdition> edition = new CompletableFuture<>();
        try {
            writers.execute(() -> make(key, author, edition));
        } catch (RejectedExecutionException full) {
            throw ProblemType.UNAVAILABLE.because("too-many-editions");
        }
        inTheMaking.put(key, new Making(edition, clock.instant()));
        return edition;
    }

    private void make(Made key, DocumentWriter author, CompletableFuture<DocumentEdition> awaited) {
        try {
            if (folder == null) {
                throw new IllegalStateException("Not started");
            }
            long begun = System.nanoTime();
            DocumentEdition made = DocumentFileWriter.write(author, folder.path());
            keep(key, made, Duration.ofNanos(System.nanoTime() - begun));
            awaited.complete(made);
        } catch (Throwable failure) {
            forget(key);
            awaited.completeExceptionally(failure);
        }
    }

    private synchronized void keep(Made key, DocumentEdition made, Duration took) {
        inTheMaking.remove(key);
        kept.addFirst(new Kept(made, took, clock.instant()));
        int ofOne = 0;
        int all = 0;
        for (Kept one : kept.toArray(Kept[]::new)) {
            boolean isOfThis = one.edition.path().equals(made.path());
            ofOne += isOfThis ? 1 : 0;
            all++;
            if (all > MOST_KEPT || ofOne > MOST_OF_ONE && isOfThis) {
                kept.remove(one);
                one.edition.retire();
            }
        }
    }

    private synchronized void forget(Made key) {
        inTheMaking.remove(key);
    }

    /** One that has this entity tag, of the same document; it may be the last but one. */
    synchronized Optional<DocumentEdition> tagged(String path, String tag) {
        return kept.stream()
                .map(Kept::edition)
                .filter(edition -> edition.path().equals(path) && edition.tags().contains(tag))
                .findFirst();
    }

    /**
     * Keeps an edition's files until what is returned is run, once.
     *
     * @throws org.putokaz.problem.ProblemException 503 when too many are read already, or the edition is gone again
     */
    Runnable borrow(DocumentEdition edition) {
        if (downloads.incrementAndGet() > config.mostDownloads()) {
            downloads.decrementAndGet();
            throw ProblemType.UNAVAILABLE.because("too-many-downloads");
        }
        if (!edition.open()) {
            downloads.decrementAndGet();
            throw ProblemType.UNAVAILABLE.because("too-many-editions");
        }
        return () -> {
            edition.close();
            downloads.decrementAndGet();
        };
    }

    int downloads() {
        return downloads.get();
    }
}

package org.putokaz.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Publishes at fixed intervals until it is closed. */
final class PeriodicPublisher implements AutoCloseable {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final List<String> errorMessages = new CopyOnWriteArrayList<>();
    private final EditorialClient editor;
    private final PublishedEditions editions;

    /** @param pause from the start of one publication to the start of the next, ms */
    PeriodicPublisher(EditorialClient editor, PublishedEditions editions, int pause) {
        this.editor = editor;
        this.editions = editions;
        scheduler.scheduleAtFixedRate(this::publish, pause / 5, pause, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        long edition = editions.begin();
        try {
            editions.acknowledge(edition, editor.publish(editions.event(edition), edition));
        } catch (IOException | RuntimeException failed) {
            errorMessages.add("Edition " + edition + " was not published: " + failed);
            // Without an acknowledgement the order of editions is broken, and later responses could not be checked.
            scheduler.shutdown();
        }
    }

    List<String> errorMessages() {
        return errorMessages;
    }

    /** Waits for the publication in progress. */
    @Override
    public void close() throws InterruptedException {
        scheduler.shutdown();
        if (!scheduler.awaitTermination(90, TimeUnit.SECONDS)) {
            errorMessages.add("The last publication did not end.");
        }
    }
}

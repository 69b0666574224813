package org.putokaz.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Publishes at a steady pace, for as long as this is open. */
final class Publisher implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Editor editor;
    private final Editions editions;

    /** @param pause from the beginning of one to the beginning of the next, ms */
    Publisher(Editor editor, Editions editions, int pause) {
        this.editor = editor;
        this.editions = editions;
        clock.scheduleAtFixedRate(this::publish, pause / 5, pause, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        long edition = editions.begin();
        try {
            editions.acknowledge(edition, editor.publish(editions.event(edition), edition));
        } catch (IOException | RuntimeException failed) {
            complaints.add("Edition " + edition + " was not published: " + failed);
            // Without its acknowledgement the order of editions is broken; nothing after it would be checked.
            clock.shutdown();
        }
    }

    List<String> complaints() {
        return complaints;
    }

    /** The publication that is under way is waited for. */
    @Override
    public void close() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(90, TimeUnit.SECONDS)) {
            complaints.add("The last publication did not come to an end.");
        }
    }
}

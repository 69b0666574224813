package org.putokaz.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Readers on one thread, each with a connection of its own. At a given rate the time of an answer counts from when it was
 * due to be asked for, so that a pause of the service is not hidden by readers who wait for it.
 */
final class Crowd implements AutoCloseable {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_COMPLAINTS = 10;

    private final Selector selector = Selector.open();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Map<Connection, Way> underway = new IdentityHashMap<>();
    private final Histogram times = new Histogram(LONGEST, 3);
    private final Set<String> complaints = new LinkedHashSet<>();
    private final Contestant contestant;
    private final Script script;
    private long errors;
    private long bytes;

    private record Way(Script.Asked asked, long due) {}

    Crowd(Contestant contestant, int many, Script script) throws IOException {
        this.contestant = contestant;
        this.script = script;
        for (int i = 0; i < many; i++) {
            idle.add(new Connection(contestant.port(), selector));
        }
    }

    /** @param perSecond how many questions a second, or 0 for as many as there are answers */
    Measured run(double seconds, double perSecond) throws IOException {
        Usage before = Usage.of(contestant.pids());
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long asked = 0;
        for (long now = start; now < end; now = System.nanoTime()) {
            while (!idle.isEmpty() && due(start, asked, perSecond) <= now) {
                ask(perSecond == 0 ? System.nanoTime() : due(start, asked, perSecond));
                asked++;
            }
            hear(1);
        }
        double took = (System.nanoTime() - start) / 1e9;
        Measured measured = measured(took, before);
        drain();
        return measured.withErrors(errors);
    }

    private Measured measured(double seconds, Usage before) {
        long answers = times.getTotalCount();
        return new Measured(
                        answers / seconds,
                        times.getValueAtPercentile(50) / 1e6,
                        times.getValueAtPercentile(99) / 1e6,
                        errors,
                        (double) bytes / Math.max(1, answers),
                        0,
                        0)
                .with(before, Usage.of(contestant.pids()), answers);
    }

    private static long due(long start, long asked, double perSecond) {
        return perSecond == 0 ? start : start + (long) (asked * 1e9 / perSecond);
    }

    private void ask(long due) throws IOException {
        Connection connection = idle.remove();
        Script.Asked asked = script.next();
        connection.ask(asked.request());
        underway.put(connection, new Way(asked, due));
    }

    private void hear(long patienceMillis) throws IOException {
        selector.select(patienceMillis);
        for (SelectionKey key : selector.selectedKeys()) {
            hear((Connection) key.attachment());
        }
        selector.selectedKeys().clear();
    }

    private void hear(Connection connection) throws IOException {
        try {
            Heard heard = connection.read();
            if (heard != null) {
                note(underway.remove(connection), heard);
                idle.add(connection);
            }
        } catch (IOException lost) {
            complain(lost.toString());
            connection.close();
            underway.remove(connection);
            idle.add(new Connection(contestant.port(), selector));
        }
    }

    private void note(@Nullable Way way, Heard heard) {
        if (way == null) {
            complain("An answer that nobody asked for.");
            return;
        }
        times.recordValue(Math.min(LONGEST, Math.max(0, System.nanoTime() - way.due)));
        bytes += heard.head().length() + heard.body().remaining();
        String complaint = script.complaint(way.asked, heard);
        if (complaint != null) {
            complain(complaint);
        }
    }

    /** What was asked is heard to its end, so that the next measurement begins in silence. */
    private void drain() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!underway.isEmpty() && System.nanoTime() < end) {
            hear(20);
        }
        if (!underway.isEmpty()) {
            complain(underway.size() + " questions were never answered.");
        }
        for (String late = script.late(); late != null; late = script.late()) {
            complain(late);
        }
    }

    private void complain(String complaint) {
        errors++;
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add(complaint);
        }
    }

    Set<String> complaints() {
        return complaints;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}

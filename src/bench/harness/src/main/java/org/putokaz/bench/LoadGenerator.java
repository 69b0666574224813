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
 * Load generator on one thread, with a number of connections and one request at a time on each. At a given rate the
 * response
 * time counts from when the request was due, so that a pause of the service is not hidden by connections that wait for
 * it
 * (coordinated omission).
 */
final class LoadGenerator implements AutoCloseable {

    private static final long MAX_RECORDED_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_ERROR_MESSAGES = 10;

    private final Selector selector = Selector.open();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Map<Connection, SentRequest> inFlight = new IdentityHashMap<>();
    private final Histogram times = new Histogram(MAX_RECORDED_NANOS, 3);
    private final Set<String> errorMessages = new LinkedHashSet<>();
    private final Contestant contestant;
    private final ClientScript script;
    private long errors;
    private long bytes;

    private record SentRequest(ClientScript.PlannedRequest planned, long due) {}

    LoadGenerator(Contestant contestant, int connections, ClientScript script) throws IOException {
        this.contestant = contestant;
        this.script = script;
        for (int i = 0; i < connections; i++) {
            idle.add(new Connection(contestant.port(), selector));
        }
    }

    /** @param perSecond rate of requests, or 0 for the next request as soon as a response has arrived */
    Measurement run(double seconds, double perSecond) throws IOException {
        ProcessUsage before = ProcessUsage.of(contestant.pids());
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long planned = 0;
        for (long now = start; now < end; now = System.nanoTime()) {
            while (!idle.isEmpty() && due(start, planned, perSecond) <= now) {
                send(perSecond == 0 ? System.nanoTime() : due(start, planned, perSecond));
                planned++;
            }
            receive(1);
        }
        double took = (System.nanoTime() - start) / 1e9;
        Measurement measurement = measurement(took, before);
        receiveOutstanding();
        return measurement.withErrors(errors);
    }

    private Measurement measurement(double seconds, ProcessUsage before) {
        long responses = times.getTotalCount();
        return new Measurement(
                        responses / seconds,
                        times.getValueAtPercentile(50) / 1e6,
                        times.getValueAtPercentile(99) / 1e6,
                        errors,
                        (double) bytes / Math.max(1, responses),
                        0,
                        0)
                .with(before, ProcessUsage.of(contestant.pids()), responses);
    }

    private static long due(long start, long planned, double perSecond) {
        return perSecond == 0 ? start : start + (long) (planned * 1e9 / perSecond);
    }

    private void send(long due) throws IOException {
        Connection connection = idle.remove();
        ClientScript.PlannedRequest planned = script.next();
        connection.send(planned.request());
        inFlight.put(connection, new SentRequest(planned, due));
    }

    private void receive(long timeoutMillis) throws IOException {
        selector.select(timeoutMillis);
        for (SelectionKey key : selector.selectedKeys()) {
            receive((Connection) key.attachment());
        }
        selector.selectedKeys().clear();
    }

    private void receive(Connection connection) throws IOException {
        try {
            ReceivedResponse response = connection.read();
            if (response != null) {
                recordResponse(inFlight.remove(connection), response);
                idle.add(connection);
            }
        } catch (IOException lost) {
            recordError(lost.toString());
            connection.close();
            inFlight.remove(connection);
            idle.add(new Connection(contestant.port(), selector));
        }
    }

    private void recordResponse(@Nullable SentRequest sent, ReceivedResponse response) {
        if (sent == null) {
            recordError("A response without a request.");
            return;
        }
        times.recordValue(Math.min(MAX_RECORDED_NANOS, Math.max(0, System.nanoTime() - sent.due)));
        bytes += response.head().length() + response.body().remaining();
        String error = script.error(sent.planned, response);
        if (error != null) {
            recordError(error);
        }
    }

    /** Receives the outstanding responses, so that they are no load for the next measurement. */
    private void receiveOutstanding() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!inFlight.isEmpty() && System.nanoTime() < end) {
            receive(20);
        }
        if (!inFlight.isEmpty()) {
            recordError(inFlight.size() + " requests were never answered.");
        }
        for (String late = script.deferredError(); late != null; late = script.deferredError()) {
            recordError(late);
        }
    }

    private void recordError(String error) {
        errors++;
        if (errorMessages.size() < MAX_ERROR_MESSAGES) {
            errorMessages.add(error);
        }
    }

    Set<String> errorMessages() {
        return errorMessages;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}

package org.putokaz.security.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fixed-window counter of failed attempts by client address. A window of one minute begins with the first failure.
 *
 * <p>Counts are in memory alone, for a bounded number of addresses: when the bound is reached, the oldest window is
 * removed. Callers pass a keyed digest of the address. Thread-safe.
 */
final class FailedAttemptCounter {

    static final Duration WINDOW_LENGTH = Duration.ofMinutes(1);

    private final int maxFailures;
    private final int maxAddresses;
    /** By the digest of the address, in the order in which the windows began. */
    private final Map<Long, Window> windows = new LinkedHashMap<>();

    private record Window(Instant begin, int failures) {}

    FailedAttemptCounter(int maxFailures, int maxAddresses) {
        this.maxFailures = maxFailures;
        this.maxAddresses = maxAddresses;
    }

    /** Registers one more failure. Empty within the limit; otherwise how long to wait, at least a second. */
    synchronized Optional<Duration> register(long address, Instant now) {
        evictExpired(now);
        Window window = windows.get(address);
        if (window == null) {
            evictOldestIfFull();
            window = new Window(now, 0);
        }
        Window counted = new Window(window.begin(), Math.min(window.failures(), maxFailures) + 1);
        windows.put(address, counted);
        return counted.failures() <= maxFailures
                ? Optional.empty()
                : Optional.of(Duration.between(now, counted.begin().plus(WINDOW_LENGTH))
                        .plusSeconds(1));
    }

    private void evictExpired(Instant now) {
        Iterator<Window> oldestFirst = windows.values().iterator();
        while (oldestFirst.hasNext() && !isCurrent(oldestFirst.next(), now)) {
            oldestFirst.remove();
        }
    }

    /** False also for a window in the future, which exists after the clock was set back. */
    private static boolean isCurrent(Window window, Instant now) {
        return now.isBefore(window.begin().plus(WINDOW_LENGTH)) && !now.isBefore(window.begin());
    }

    private void evictOldestIfFull() {
        if (windows.size() >= maxAddresses) {
            windows.remove(windows.keySet().iterator().next());
        }
    }

    synchronized int addressCount() {
        return windows.size();
    }
}

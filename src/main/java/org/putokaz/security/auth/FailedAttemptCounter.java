package org.putokaz.security.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts, for each connection address, the attempts of a minute that failed. In memory alone and bounded: when it is full
 * the oldest count makes room. Callers give a key that cannot be turned back into an address.
 */
final class FailedAttemptCounter {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private final int mostAWindow;
    private final int mostAddresses;
    /** In the order in which the windows began. */
    private final Map<Long, Window> windows = new LinkedHashMap<>();

    private record Window(Instant begun, int failures) {}

    FailedAttemptCounter(int mostAWindow, int mostAddresses) {
        this.mostAWindow = mostAWindow;
        this.mostAddresses = mostAddresses;
    }

    /** One more failed. Empty while there may be more; otherwise how long to wait, at least a second. */
    synchronized Optional<Duration> failed(long address, Instant now) {
        forgetTheOld(now);
        Window window = windows.get(address);
        if (window == null) {
            makeRoom();
            window = new Window(now, 0);
        }
        Window counted = new Window(window.begun(), Math.min(window.failures(), mostAWindow) + 1);
        windows.put(address, counted);
        return counted.failures() <= mostAWindow
                ? Optional.empty()
                : Optional.of(
                        Duration.between(now, counted.begun().plus(WINDOW)).plusSeconds(1));
    }

    private void forgetTheOld(Instant now) {
        Iterator<Window> oldest = windows.values().iterator();
        while (oldest.hasNext() && !isCurrent(oldest.next(), now)) {
            oldest.remove();
        }
    }

    /** Not over, and not begun in the future by a clock that was set back meanwhile. */
    private static boolean isCurrent(Window window, Instant now) {
        return now.isBefore(window.begun().plus(WINDOW)) && !now.isBefore(window.begun());
    }

    private void makeRoom() {
        if (windows.size() >= mostAddresses) {
            windows.remove(windows.keySet().iterator().next());
        }
    }

    synchronized int addresses() {
        return windows.size();
    }
}

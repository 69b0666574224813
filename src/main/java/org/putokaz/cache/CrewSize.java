package org.putokaz.cache;

import java.util.function.DoubleSupplier;

/**
 * How many threads make answers: a few while the processors have enough to do, since more would only take turns on them; and
 * more while answers are waited for and the processors wait too, for a database that is elsewhere.
 */
final class CrewSize {

    /** How long a figure has to be, to say something. */
    static final long LOOK_MILLIS = 250;
    /** A figure over longer than this says nothing about now. */
    static final long RECENT_MILLIS = 4 * LOOK_MILLIS;
    /** Who has waited for less has only come at the wrong moment. */
    static final long WAIT_MILLIS = 10;

    private static final double GROW_BELOW = 0.75;
    private static final double SHRINK_ABOVE = 0.9;

    private final int least;
    private final int most;
    private final DoubleSupplier load;
    private int size;
    private long lookedAt;

    /**
     * @param load what part of the processors' time was used since it was asked for the last time, from 0 to 1
     */
    CrewSize(int least, int most, DoubleSupplier load) {
        this.least = Math.min(least, most);
        this.most = most;
        this.load = load;
        this.size = this.least;
    }

    synchronized int now() {
        return size;
    }

    /**
     * To be asked now and then while the crew has something to do.
     *
     * @param waited for how long the first of those who wait has waited, in milliseconds; 0 for nobody
     * @param millis the time on a clock of its own
     * @return how many there should be from now on
     */
    synchronized int next(long waited, long millis) {
        long passed = millis - lookedAt;
        if (passed < LOOK_MILLIS) {
            return size;
        }
        double used = load.getAsDouble();
        lookedAt = millis;
        if (passed > RECENT_MILLIS) {
            return size;
        }
        if (used > SHRINK_ABOVE) {
            size = Math.max(least, size - 1);
        } else if (used < GROW_BELOW && waited >= WAIT_MILLIS) {
            size = Math.min(most, 2 * size);
        }
        return size;
    }
}

package org.putokaz.cache;

import java.util.function.DoubleSupplier;

/**
 * How many threads make answers: a few while the processors have enough to do, since more would only take turns on them; and
 * more while answers are waited for and the processors wait too, for a database that is elsewhere.
 */
public final class CrewSize {

    /** How long a figure has to be, to say something. */
    public static final long LOOK_MILLIS = 250;
    /** A figure over longer than this says nothing about now. */
    static final long RECENT_MILLIS = 4 * LOOK_MILLIS;
    /** Who has waited for less has only come at the wrong moment. */
    static final long WAIT_MILLIS = 10;
    /** After so long without anybody who waited, one less may do. */
    static final long CALM_MILLIS = 10_000;

    private static final double GROW_BELOW = 0.75;
    private static final double SHRINK_ABOVE = 0.9;

    private final int least;
    private final int most;
    private final DoubleSupplier load;
    private int size;
    private long figureFrom;
    private long waitedFrom;
    private long calmFrom;

    /**
     * @param load what part of the processors' time was used since it was asked for the last time, from 0 to 1
     */
    public CrewSize(int least, int most, DoubleSupplier load) {
        this.least = Math.min(least, most);
        this.most = most;
        this.load = load;
        this.size = this.least;
    }

    public synchronized int now() {
        return size;
    }

    /**
     * To be asked a few times in {@link #LOOK_MILLIS} while the crew has something to do.
     *
     * @param waited for how long the first of those who wait has waited, in milliseconds; 0 for nobody
     * @param millis the time on a clock of its own
     * @return how many there should be from now on
     */
    public synchronized int next(long waited, long millis) {
        if (waited < WAIT_MILLIS) {
            waitedFrom = millis;
        } else {
            calmFrom = millis;
        }
        long passed = millis - figureFrom;
        if (passed >= LOOK_MILLIS) {
            boolean waitedAllTheTime = waitedFrom <= figureFrom;
            double used = load.getAsDouble();
            figureFrom = millis;
            if (passed <= RECENT_MILLIS) {
                resize(used, waitedAllTheTime, millis);
            }
        }
        return size;
    }

    private void resize(double used, boolean waitedAllTheTime, long millis) {
        if (used < GROW_BELOW && waitedAllTheTime) {
            size = Math.min(most, 2 * size);
        } else if (used > SHRINK_ABOVE || millis - calmFrom >= CALM_MILLIS) {
            size = Math.max(least, size - 1);
            calmFrom = millis;
        }
    }
}

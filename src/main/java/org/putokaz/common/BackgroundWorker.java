package org.putokaz.common;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Daemon thread that runs one task again and again, from {@link #start()} to {@link #close()}.
 *
 * <p>The task says how long to wait before its next run; {@link #wakeUp()} cuts the wait short, and a signal that
 * arrives during a run is not lost. A run that throws is repeated after the retry interval: the first failure in a row
 * is logged as a warning, the first success after it as information. Nothing that a run throws ends the thread.
 */
public final class BackgroundWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BackgroundWorker.class);

    /** How long {@link #close()} waits for the run in progress. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

    private final Task task;
    private final Duration retryInterval;
    private final Semaphore signals = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean started = new AtomicBoolean();
    private final Thread thread;
    private boolean failing;

    /** One run of the work. Called on one thread only. */
    @FunctionalInterface
    public interface Task {

        /** @return how long to wait before the next run; zero or negative for none */
        Duration run() throws Exception;
    }

    /**
     * @param name of the thread; log messages begin with it
     * @param retryInterval how long to wait after a run that has thrown
     */
    public BackgroundWorker(String name, Duration retryInterval, Task task) {
        this.task = task;
        this.retryInterval = retryInterval;
        this.thread = new Thread(this::runUntilClosed, name);
        this.thread.setDaemon(true);
    }

    /** Starts the thread; a second call does nothing. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    /** Ends the current wait, or the next one when a run is in progress. */
    public void wakeUp() {
        signals.release();
    }

    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits for the run in progress, for ten seconds at most; no run begins afterwards. */
    @Override
    public void close() {
        closed.countDown();
        wakeUp();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(SHUTDOWN_TIMEOUT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        while (!isClosed()) {
            pause(runOnce());
        }
    }

    private Duration runOnce() {
        try {
            Duration pause = task.run();
            if (failing) {
                LOG.infof("%s: works again", thread.getName());
                failing = false;
            }
            return pause;
        } catch (Throwable thrown) {
            // Errors too: a thread that ended would leave its work undone, and nothing would report it.
            if (!failing) {
                LOG.warnf(thrown, "%s: fails for now, and is repeated every %s", thread.getName(), retryInterval);
                failing = true;
            }
            return retryInterval;
        }
    }

    private void pause(Duration pause) {
        try {
            if (!pause.isNegative() && !pause.isZero() && signals.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                signals.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            closed.countDown();
        }
    }
}

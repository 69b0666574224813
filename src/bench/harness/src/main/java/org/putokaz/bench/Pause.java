package org.putokaz.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A moment of patience. */
final class Pause {

    private Pause() {}

    /** @throws IOException when somebody wants it all to end */
    static void millis(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}

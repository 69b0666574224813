package org.putokaz.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sleep that ends with an IOException when the thread is interrupted. */
final class Pause {

    private Pause() {}

    /** @throws IOException when the thread is interrupted */
    static void millis(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}

package org.putokaz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;

/** placeholder. */
final class StartAndSize {
    private StartAndSize() {}
    static Set<String> measure(Options options, Path folder, PrintStream said) throws IOException {
        return Set.of();
    }
}

package org.putokaz.pack;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of a pack are: in the jar, or in a folder. */
final class PackSource {

    private static final String IN_THE_JAR = "content-pack";
    /** A pack is text that people wrote; whatever is larger is something else. */
    private static final long LARGEST = 1024 * 1024;

    private static final int MOST_FILES = 100_000;

    private PackSource() {}

    /** @param path from the pack's folder, with slashes; @param bytes the whole file */
    record File(String path, byte[] bytes) {}

    static List<File> inTheJar() {
        List<File> files = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(IN_THE_JAR, folder -> files.addAll(read(folder)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    static List<File> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PackRefused(List.of("putokaz.content.pack: " + folder + " is not a folder"));
        }
        return read(folder);
    }

    private static List<File> read(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
            List<File> read = new ArrayList<>();
            for (Path file : files) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (Files.size(file) > LARGEST) {
                    throw new PackRefused(List.of(name + ":1: : larger than " + LARGEST + " bytes"));
                }
                read.add(new File(name, Files.readAllBytes(file)));
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

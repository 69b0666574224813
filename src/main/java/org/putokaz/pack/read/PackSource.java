package org.putokaz.pack.read;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.putokaz.problem.Message;

/** Where the files of a pack are: in the jar, in a folder, or in a zip that somebody sent. */
public final class PackSource {

    private static final String IN_THE_JAR = "content-pack";
    /** A pack is text that people wrote; whatever is larger is something else. */
    static final int LARGEST = 2 * 1024 * 1024;

    private static final int MOST_FILES = 100_000;

    private PackSource() {}

    /**
     * One file, whole.
     *
     * @param path from the pack's folder, with slashes
     */
    @SuppressWarnings("ArrayRecordComponent")
    public // Compared by nobody.
    record File(String path, byte[] bytes) {}

    /** Thrown when the files cannot be had at all. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient ImportError complaint;

        Unusable(ImportError complaint) {
            super(complaint.file() + ": " + complaint.reason().code());
            this.complaint = complaint;
        }

        Unusable(String file, String code, Object... arguments) {
            this(ImportError.of(file, 1, code, arguments));
        }

        public ImportError complaint() {
            return complaint;
        }
    }

    public static List<File> inTheJar() throws Unusable {
        List<File> files = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(IN_THE_JAR, folder -> files.addAll(walk(folder)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bounded(files);
    }

    public static List<File> inFolder(Path folder) throws Unusable {
        if (!Files.isDirectory(folder)) {
            throw new Unusable(
                    new ImportError(folder.toString(), 1, "putokaz.content.pack", Message.of("not-a-folder")));
        }
        return bounded(walk(folder));
    }

    public static List<File> inZip(Path zip) throws Unusable {
        try (InputStream in = Files.newInputStream(zip)) {
            return inZip(in, ZipLimits.USUAL);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Only files whose names end in {@code .yaml}; nothing is written anywhere. */
    static List<File> inZip(InputStream zip, ZipLimits limits) throws Unusable {
        return ZipPackReader.files(zip, limits);
    }

    private static List<File> bounded(List<File> files) throws Unusable {
        for (File file : files) {
            if (file.bytes().length > LARGEST) {
                throw new Unusable(file.path(), "file-larger-than", LARGEST);
            }
        }
        return files;
    }

    private static List<File> walk(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
            List<File> read = new ArrayList<>();
            for (Path file : files) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(file)) {
                    read.add(new File(name, in.readNBytes(LARGEST + 1)));
                }
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

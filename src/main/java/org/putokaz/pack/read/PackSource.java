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

/**
 * Loader of the files of a pack from the jar, a folder or a zip. Only files whose names end in {@code .yaml} count.
 */
public final class PackSource {

    /** Text that people wrote is smaller. */
    static final int MAX_FILE_BYTES = 2 * 1024 * 1024;

    private static final int MAX_FILES = 100_000;
    private static final String JAR_FOLDER = "content-pack";

    private PackSource() {}

    public static List<PackFile> fromJar() throws UnreadablePackException {
        List<PackFile> files = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(JAR_FOLDER, folder -> files.addAll(readFolder(folder)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return requireSmallFiles(files);
    }

    public static List<PackFile> fromFolder(Path folder) throws UnreadablePackException {
        if (!Files.isDirectory(folder)) {
            throw new UnreadablePackException(
                    new ImportError(folder.toString(), 1, "putokaz.content.pack", Message.of("not-a-folder")));
        }
        return requireSmallFiles(readFolder(folder));
    }

    public static List<PackFile> fromZip(Path zip) throws UnreadablePackException {
        try (InputStream in = Files.newInputStream(zip)) {
            return fromZip(in, ZipLimits.DEFAULT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Unpacks in memory; nothing is written to a disk. */
    static List<PackFile> fromZip(InputStream zip, ZipLimits limits) throws UnreadablePackException {
        return ZipPackReader.read(zip, limits);
    }

    private static List<PackFile> requireSmallFiles(List<PackFile> files) throws UnreadablePackException {
        for (PackFile file : files) {
            if (file.bytes().length > MAX_FILE_BYTES) {
                throw new UnreadablePackException(file.path(), "file-larger-than", MAX_FILE_BYTES);
            }
        }
        return files;
    }

    private static List<PackFile> readFolder(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> yaml = paths.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
            List<PackFile> files = new ArrayList<>();
            for (Path file : yaml) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(file)) {
                    files.add(new PackFile(path, in.readNBytes(MAX_FILE_BYTES + 1)));
                }
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

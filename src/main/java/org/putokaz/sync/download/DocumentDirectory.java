package org.putokaz.sync.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/**
 * The folder that this process has its files in, which nobody else can read. A lock shows that the process lives; what
 * one that was killed has left behind is deleted by the next.
 */
final class DocumentDirectory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DocumentDirectory.class);
    private static final String PREFIX = "putokaz-editions-";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private DocumentDirectory(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DocumentDirectory within(Path place) {
        try {
            Files.createDirectories(place);
            clearLeftOvers(place);
            // Its owner alone may enter a temporary directory.
            Path folder = Files.createTempDirectory(place, PREFIX);
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            return new DocumentDirectory(folder, lock);
        } catch (IOException unusable) {
            throw new UncheckedIOException("putokaz.sync.directory cannot be used", unusable);
        }
    }

    Path path() {
        return folder;
    }

    private static void clearLeftOvers(Path place) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
                    if (lock.tryLock() != null) {
                        delete(folder);
                    }
                } catch (IOException | OverlappingFileLockException inUse) {
                    LOG.debugf("Left alone: %s", inUse.getClass().getSimpleName());
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() {
        try {
            lock.close();
            delete(folder);
        } catch (IOException left) {
            LOG.warnf("Files were left behind: %s", left.getClass().getSimpleName());
        }
    }
}

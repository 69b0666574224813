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
 * Working directory of this process, readable by its user alone. A file lock marks it as in use; the directories of
 * killed processes, whose locks are free, are deleted at the next start.
 */
final class DocumentDirectory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DocumentDirectory.class);
    private static final String PREFIX = "putokaz-editions-";
    private static final String LOCK_FILE = "lock";

    private final Path path;
    private final FileChannel lock;

    private DocumentDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DocumentDirectory createIn(Path parent) {
        try {
            Files.createDirectories(parent);
            deleteAbandoned(parent);
            // Temporary directories are accessible to their owner alone.
            Path path = Files.createTempDirectory(parent, PREFIX);
            FileChannel lock =
                    FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            return new DocumentDirectory(path, lock);
        } catch (IOException unusable) {
            throw new UncheckedIOException("putokaz.sync.directory cannot be used", unusable);
        }
    }

    Path path() {
        return path;
    }

    private static void deleteAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path directory : directories) {
                try (FileChannel lock = FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.WRITE)) {
                    if (lock.tryLock() != null) {
                        delete(directory);
                    }
                } catch (IOException | OverlappingFileLockException inUse) {
                    LOG.debugf(
                            "Directory of another process not deleted: %s",
                            inUse.getClass().getSimpleName());
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }

    @Override
    public void close() {
        try {
            lock.close();
            delete(path);
        } catch (IOException failed) {
            LOG.warnf(
                    "The directory of documents was not deleted: %s",
                    failed.getClass().getSimpleName());
        }
    }
}

package org.putokaz.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A document as it stood at one position, in two files. It is kept for as long as somebody reads it, also after it was
 * taken out of the shelf.
 */
final class Edition {

    private static final Logger LOG = Logger.getLogger(Edition.class);

    private final Author author;
    private final Author.Written written;
    private final Coded plain;
    private final Coded gzip;
    private int readers;
    private boolean retired;
    private volatile @Nullable Signed signed;

    private record Signed(String kid, String jws) {}

    Edition(Author author, Author.Written written, Coded plain, Coded gzip) {
        this.author = author;
        this.written = written;
        this.plain = plain;
        this.gzip = gzip;
    }

    String path() {
        return author.path();
    }

    Author.Written written() {
        return written;
    }

    Coded plain() {
        return plain;
    }

    Coded coded(boolean zipped) {
        return zipped ? gzip : plain;
    }

    List<String> tags() {
        return Arrays.asList(plain.tag(), gzip.tag());
    }

    /** Whether this is how the document reads at that position and moment. */
    boolean isOf(Author.Place place, Instant now) {
        return written.position() == place.position() && holdsAt(place.feed(), now);
    }

    /** Whether it is of that feed, and reads at that moment as it does. */
    boolean holdsAt(UUID feed, Instant now) {
        return written.feed().equals(feed)
                && (written.since() == null || !now.isBefore(written.since()))
                && (written.until() == null || now.isBefore(written.until()));
    }

    /** Its signature by the key that signs now. */
    String signature(String kid) throws IOException {
        Signed last = signed;
        if (last != null && last.kid().equals(kid)) {
            return last.jws();
        }
        String jws = author.sign(this);
        signed = new Signed(kid, jws);
        return jws;
    }

    /** False when its files are gone or going; otherwise they stay until {@link #close}. */
    synchronized boolean open() {
        if (retired) {
            return false;
        }
        readers++;
        return true;
    }

    synchronized void close() {
        readers--;
        deleteUnlessRead();
    }

    synchronized void retire() {
        retired = true;
        deleteUnlessRead();
    }

    private void deleteUnlessRead() {
        if (retired && readers == 0) {
            try {
                Files.deleteIfExists(plain.file());
                Files.deleteIfExists(gzip.file());
            } catch (IOException left) {
                LOG.warnf("A file could not be deleted: %s", left.getClass().getSimpleName());
            }
        }
    }
}

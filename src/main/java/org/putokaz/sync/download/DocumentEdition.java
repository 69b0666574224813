package org.putokaz.sync.download;

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
public final class DocumentEdition {

    private static final Logger LOG = Logger.getLogger(DocumentEdition.class);

    private final DocumentWriter author;
    private final DocumentWriter.Written written;
    private final EncodedFile plain;
    private final EncodedFile gzip;
    private int readers;
    private boolean retired;
    private volatile @Nullable Signed signed;

    private record Signed(String kid, String jws) {}

    DocumentEdition(DocumentWriter author, DocumentWriter.Written written, EncodedFile plain, EncodedFile gzip) {
        this.author = author;
        this.written = written;
        this.plain = plain;
        this.gzip = gzip;
    }

    public String path() {
        return author.path();
    }

    public DocumentWriter.Written written() {
        return written;
    }

    public EncodedFile plain() {
        return plain;
    }

    EncodedFile coded(boolean zipped) {
        return zipped ? gzip : plain;
    }

    List<String> tags() {
        return Arrays.asList(plain.tag(), gzip.tag());
    }

    /** Whether this is how the document reads at that position and moment. */
    boolean isOf(DocumentWriter.Place place, Instant now) {
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

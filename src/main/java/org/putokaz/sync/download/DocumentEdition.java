package org.putokaz.sync.download;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Edition of a document: its bytes as of one position of the feed, in two files.
 *
 * <p>Its downloads are counted. A retired edition accepts no further download, and its files are deleted when the last
 * one has ended. Thread-safe.
 */
public final class DocumentEdition {

    private static final Logger LOG = Logger.getLogger(DocumentEdition.class);

    private final DownloadableDocument document;
    private final DocumentMetadata metadata;
    private final EncodedFile plain;
    private final EncodedFile gzip;
    private int downloads;
    private boolean retired;
    private volatile @Nullable CachedSignature signature;

    private record CachedSignature(String kid, String jws) {}

    DocumentEdition(DownloadableDocument document, DocumentMetadata metadata, EncodedFile plain, EncodedFile gzip) {
        this.document = document;
        this.metadata = metadata;
        this.plain = plain;
        this.gzip = gzip;
    }

    public String path() {
        return document.path();
    }

    public DocumentMetadata metadata() {
        return metadata;
    }

    public EncodedFile plain() {
        return plain;
    }

    EncodedFile file(boolean compressed) {
        return compressed ? gzip : plain;
    }

    boolean hasEntityTag(String entityTag) {
        return plain.entityTag().equals(entityTag) || gzip.entityTag().equals(entityTag);
    }

    /** Whether {@code If-None-Match} names this edition in either coding. */
    boolean matches(@Nullable String ifNoneMatch) {
        return plain.matches(ifNoneMatch) || gzip.matches(ifNoneMatch);
    }

    /** Whether the document reads like this at that version and instant. */
    boolean isVersion(DocumentVersion version, Instant now) {
        return metadata.position() == version.position() && isValidAt(version.feed(), now);
    }

    /** Whether the edition is of that feed, and its position reads like this at that instant. */
    boolean isValidAt(UUID feed, Instant now) {
        return metadata.feed().equals(feed)
                && (metadata.validFrom() == null || !now.isBefore(metadata.validFrom()))
                && (metadata.validUntil() == null || now.isBefore(metadata.validUntil()));
    }

    /** The signature by that key, which is the current signing key; computed once for each key. */
    String signature(String kid) throws IOException {
        CachedSignature cached = signature;
        if (cached != null && cached.kid().equals(kid)) {
            return cached.jws();
        }
        String jws = document.sign(this);
        signature = new CachedSignature(kid, jws);
        return jws;
    }

    /** Keeps the files until {@link #release}. Returns false, and keeps nothing, when the edition is retired. */
    synchronized boolean acquire() {
        if (retired) {
            return false;
        }
        downloads++;
        return true;
    }

    synchronized void release() {
        downloads--;
        deleteIfUnused();
    }

    synchronized void retire() {
        retired = true;
        deleteIfUnused();
    }

    private void deleteIfUnused() {
        if (retired && downloads == 0) {
            try {
                Files.deleteIfExists(plain.file());
                Files.deleteIfExists(gzip.file());
            } catch (IOException failed) {
                LOG.warnf(
                        "A file of a document was not deleted: %s",
                        failed.getClass().getSimpleName());
            }
        }
    }
}

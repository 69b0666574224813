package org.putokaz.sync.download;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Bounded collection of written editions, newest first. Not thread-safe: {@link DocumentStore} guards it. */
final class StoredDocuments {

    private static final int MAX_STORED = 12;
    /** The last but one serves downloads that were interrupted by a publication. */
    private static final int MAX_VERSIONS_PER_DOCUMENT = 2;
    /** How long a slow edition serves the clients that retry. */
    private static final Duration SLOW_DOCUMENT_LIFETIME = Duration.ofMinutes(2);

    private final Duration slowThreshold;
    private final Deque<StoredDocument> newestFirst = new ArrayDeque<>();

    private record StoredDocument(DocumentEdition edition, Duration writeTime, Instant storedAt) {

        boolean isOf(String path) {
            return edition.path().equals(path);
        }
    }

    /** @param slowThreshold a document that takes longer to write is slow */
    StoredDocuments(Duration slowThreshold) {
        this.slowThreshold = slowThreshold;
    }

    /** The edition of exactly that version. */
    Optional<DocumentEdition> find(String path, DocumentVersion version, Instant now) {
        return editions(path).filter(edition -> edition.isVersion(version, now)).findFirst();
    }

    /** A slow edition of any position of the feed that was stored lately. */
    Optional<DocumentEdition> findRecentSlow(String path, UUID feed, Instant now) {
        return newestFirst.stream()
                .filter(stored -> isSlow(stored)
                        && stored.storedAt().plus(SLOW_DOCUMENT_LIFETIME).isAfter(now))
                .filter(stored -> stored.isOf(path))
                .map(StoredDocument::edition)
                .filter(edition -> edition.isValidAt(feed, now))
                .findFirst();
    }

    Optional<DocumentEdition> findByEntityTag(String path, String entityTag) {
        return editions(path).filter(edition -> edition.hasEntityTag(entityTag)).findFirst();
    }

    private Stream<DocumentEdition> editions(String path) {
        return newestFirst.stream().filter(stored -> stored.isOf(path)).map(StoredDocument::edition);
    }

    /** Whether an edition of the document is known that was slow. */
    boolean isKnownSlow(String path) {
        return newestFirst.stream().anyMatch(stored -> stored.isOf(path) && isSlow(stored));
    }

    private boolean isSlow(StoredDocument stored) {
        return stored.writeTime().compareTo(slowThreshold) > 0;
    }

    /** Adds an edition and retires those beyond the bounds. */
    void add(DocumentEdition added, Duration writeTime, Instant now) {
        newestFirst.addFirst(new StoredDocument(added, writeTime, now));
        int versions = 0;
        int all = 0;
        for (StoredDocument stored : newestFirst.toArray(StoredDocument[]::new)) {
            boolean sameDocument = stored.isOf(added.path());
            versions += sameDocument ? 1 : 0;
            all++;
            if (all > MAX_STORED || sameDocument && versions > MAX_VERSIONS_PER_DOCUMENT) {
                newestFirst.remove(stored);
                stored.edition().retire();
            }
        }
    }
}

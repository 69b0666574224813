package org.putokaz.live.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.entity.EntryEntity;

/**
 * Change feed of the published store, readable from any position. Each entry is in it once, at the position of its last
 * change, so a consumer that has reached the end holds the current state, whatever happened in between.
 *
 * <p>Reading needs a transaction or a request, and no particular isolation: the position of the feed is read first and the
 * entries up to it afterwards, so an entry that changes in between is found after that position by the next read.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final int BATCH_SIZE = 100;
    /** Characters of documents after which a slice ends early. */
    private static final long MAX_DOCUMENT_CHARACTERS = 1 << 20;

    private final Session session;
    private final FeedPositionRepository positions;

    @Inject
    ChangeFeed(Session session, FeedPositionRepository positions) {
        this.session = session;
        this.positions = positions;
    }

    public FeedState currentState() {
        return positions.currentState();
    }

    /** Reads the changes after a position: up to the limit, fewer when they are large, at least one when there is one. */
    public FeedSlice readAfter(long position, FeedFilter filter, int limit) {
        FeedState feed = positions.currentState();
        List<LiveEntry> entries = new ArrayList<>();
        long last = position;
        long characters = 0;
        boolean more = feed.position() > position;
        while (more && entries.size() < limit && characters < MAX_DOCUMENT_CHARACTERS) {
            int batchSize = Math.min(BATCH_SIZE, limit - entries.size());
            List<LiveEntry> batch = readBatch(last, feed.position(), filter, batchSize);
            more = batch.size() == batchSize;
            for (LiveEntry entry : batch) {
                if (characters >= MAX_DOCUMENT_CHARACTERS) {
                    more = true;
                    break;
                }
                entries.add(entry);
                characters += entry.document() == null ? 0 : entry.document().length();
                last = entry.position();
            }
        }
        return more
                ? new FeedSlice(
                        feed, entries, last, entries.get(entries.size() - 1).publishedAt(), last < feed.position())
                : new FeedSlice(feed, entries, Math.max(position, feed.position()), feed.changedAt(), false);
    }

    private List<LiveEntry> readBatch(long after, long upTo, FeedFilter filter, int limit) {
        SelectionQuery<EntryEntity> query = session.createSelectionQuery(
                        "select e from EntryEntity e where e.position > :after and e.position <= :upTo"
                                + filter.hqlCondition() + " order by e.position",
                        EntryEntity.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setMaxResults(limit)
                .setReadOnly(true);
        if (!filter.families().isEmpty()) {
            query.setParameter("families", filter.families());
        }
        List<EntryEntity> entities = query.getResultList();
        List<LiveEntry> batch = entities.stream().map(EntryEntity::toLiveEntry).toList();
        // Whole feeds are read in one session, which would otherwise keep every entity.
        entities.forEach(session::evict);
        return batch;
    }

    /** The changes after a position, in order, each entry once; the first ones when there are more than the limit. */
    public List<EntryChange> changesAfter(long position, int limit) {
        return session.createSelectionQuery(
                        "select e.id, e.family, e.position from EntryEntity e where e.position > :position"
                                + " order by e.position",
                        EntryChange.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The first withdrawal for safety after a position, of those that are their entry's last change. */
    public Optional<LiveEntry> firstSafetyWithdrawalAfter(long position, FeedFilter filter) {
        return readFirst("e.live = false and e.reason = 'safety' and e.position > :position", position, filter, "", 1)
                .stream()
                .findFirst();
    }

    /** The last changes up to a position, the latest first. */
    public List<LiveEntry> readLatestUpTo(long position, FeedFilter filter, int limit) {
        return readFirst("e.position <= :position", position, filter, " desc", limit);
    }

    private List<LiveEntry> readFirst(String condition, long position, FeedFilter filter, String direction, int limit) {
        SelectionQuery<EntryEntity> query = session.createSelectionQuery(
                        "select e from EntryEntity e where " + condition + filter.hqlCondition()
                                + " order by e.position" + direction,
                        EntryEntity.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .setReadOnly(true);
        if (!filter.families().isEmpty()) {
            query.setParameter("families", filter.families());
        }
        List<EntryEntity> entities = query.getResultList();
        List<LiveEntry> changes =
                entities.stream().map(EntryEntity::toLiveEntry).toList();
        entities.forEach(session::evict);
        return changes;
    }

    /** Whether an entry was withdrawn after a position. */
    public boolean hasWithdrawalAfter(long position) {
        return !session.createSelectionQuery(
                        "select e.position from EntryEntity e where e.position > :position and e.live = false",
                        Long.class)
                .setParameter("position", position)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** When the last change up to a position was made, of those that still are their entry's last; empty before the first. */
    public Optional<Instant> lastChangeUpTo(long position) {
        return session
                .createSelectionQuery(
                        "select e.publishedAt from EntryEntity e where e.position <= :position order by e.position desc",
                        Instant.class)
                .setParameter("position", position)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}

package org.putokaz.live.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.entity.EntryEntity;

/**
 * The change feed, to be read from any position. Each entry is in it once, at the position of its last change, so a reader
 * that has come to the end holds the state of the store, whatever happened on the way.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final int BATCH = 100;
    /** Characters of documents after which a page ends early. */
    private static final long MOST_AT_ONCE = 1 << 20;

    private final Session session;
    private final FeedPositionRepository clock;

    @Inject
    ChangeFeed(Session session, FeedPositionRepository clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * One stretch of the feed.
     *
     * @param entries in the order of their last changes, live or gone
     * @param end the position up to which the reader now knows all there is to know
     * @param endAt when the store came to that position
     * @param more whether there was more already when this was read
     */
    public record Stretch(FeedState feed, List<LiveEntry> entries, long end, Instant endAt, boolean more) {}

    public FeedState now() {
        return clock.read();
    }

    /**
     * The changes after a position, at most so many, and fewer when they are large; at least one when there is one.
     * Needs a transaction or a request around it, no particular isolation: what is published while this reads comes with
     * the next stretch.
     */
    public Stretch after(long position, FeedFilter filter, int most) {
        // First the clock, then the entries up to there: one that moves on in between is found beyond, by the next
        // reading.
        FeedState feed = clock.read();
        List<LiveEntry> entries = new ArrayList<>();
        long last = position;
        long size = 0;
        boolean more = feed.position() > position;
        while (more && entries.size() < most && size < MOST_AT_ONCE) {
            int wanted = Math.min(BATCH, most - entries.size());
            List<LiveEntry> batch = batch(last, feed.position(), filter, wanted);
            more = batch.size() == wanted;
            for (LiveEntry entry : batch) {
                if (size >= MOST_AT_ONCE) {
                    more = true;
                    break;
                }
                entries.add(entry);
                size += entry.document() == null ? 0 : entry.document().length();
                last = entry.position();
            }
        }
        return more
                ? new Stretch(
                        feed, entries, last, entries.get(entries.size() - 1).publishedAt(), last < feed.position())
                : new Stretch(feed, entries, Math.max(position, feed.position()), feed.changedAt(), false);
    }

    private List<LiveEntry> batch(long after, long upTo, FeedFilter filter, int most) {
        SelectionQuery<EntryEntity> query = session.createSelectionQuery(
                        "select e from EntryEntity e where e.position > :after and e.position <= :upTo"
                                + filter.condition() + " order by e.position",
                        EntryEntity.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setMaxResults(most)
                .setReadOnly(true);
        if (!filter.families().isEmpty()) {
            query.setParameter("families", filter.families());
        }
        List<EntryEntity> rows = query.getResultList();
        List<LiveEntry> batch = rows.stream().map(EntryEntity::toLiveEntry).toList();
        // They are values from here on; the session need not keep what it read.
        rows.forEach(session::evict);
        return batch;
    }

    /** That an entry is at a position: its last change was there. */
    public record Changed(UUID id, String family, long position) {}

    /** What has changed after a position, in order, each entry once; the first of them if there are more than that. */
    public List<Changed> changedAfter(long position, int most) {
        return session.createSelectionQuery(
                        "select e.id, e.family, e.position from EntryEntity e where e.position > :position"
                                + " order by e.position",
                        Changed.class)
                .setParameter("position", position)
                .setMaxResults(most)
                .getResultList();
    }

    /** Whether anything that may have been there at a position is withdrawn by now. */
    public boolean hasWithdrawnAfter(long position) {
        return !session.createSelectionQuery(
                        "select e.position from EntryEntity e where e.position > :position and e.live = false",
                        Long.class)
                .setParameter("position", position)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** When the last change up to a position was made that no later one has overtaken; empty before the first. */
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

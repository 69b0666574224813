package org.putokaz.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.putokaz.live.ChangeFeed;
import org.putokaz.live.Documents;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.live.Feed;
import org.putokaz.live.FeedFilter;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.Underivation;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/**
 * Takes note of what was published past the editors, by content packs: it becomes a revision like any other, so that
 * editors can go on from it and see where it came from. Reads the change feed from its own place.
 */
@ApplicationScoped
class Follower {

    /** After the content pack has been loaded. */
    private static final int AT_START = 300;

    private static final int BATCH = 200;
    private static final Actor PACK = Actor.service("content-pack");

    private final Session session;
    private final ChangeFeed changes;
    private final Families families;
    private final Entries entries;
    private final DraftIndex index;
    private final AuditTrail audit;

    @Inject
    Follower(
            Session session,
            ChangeFeed changes,
            Families families,
            Entries entries,
            DraftIndex index,
            AuditTrail audit) {
        this.session = session;
        this.changes = changes;
        this.families = families;
        this.entries = entries;
        this.index = index;
        this.audit = audit;
    }

    void atStart(@Observes @Priority(AT_START) StartupEvent start) {
        follow();
    }

    /** Reads to the end of the feed; one look at two rows when it is there already. */
    void follow() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::readSome);
        }
    }

    /** Several nodes may do this at once; one waits for the other and then finds less to do. */
    private boolean readSome() {
        Feed feed = changes.now();
        FollowerRow row = session.find(FollowerRow.class, FollowerRow.THE_ONE);
        if (place(row, feed) == feed.position()) {
            return false;
        }
        session.createNativeQuery("select id from editorial.follower where id = 1 for update", Object.class)
                .getSingleResult();
        session.refresh(row);
        ChangeFeed.Stretch stretch = changes.after(place(row, feed), FeedFilter.ALL, BATCH);
        List<Act> acts = new ArrayList<>();
        for (LiveEntry change : stretch.entries()) {
            note(change).ifPresent(acts::add);
        }
        row.position = stretch.end();
        row.feedId = stretch.feed().id();
        session.flush();
        acts.forEach(act -> audit.record(PACK, act));
        return stretch.more();
    }

    /** A feed of another identity is read from its beginning. */
    private static long place(FollowerRow row, Feed feed) {
        return feed.id().equals(row.feedId) ? row.position : 0;
    }

    private Optional<Act> note(LiveEntry change) {
        entries.lockAll(List.of(change.id()));
        Entry entry = entries.find(change.id()).orElseGet(() -> begin(change));
        if (entry.livePosition != null && entry.livePosition >= change.position()) {
            // Published here, or changed again since the feed was read.
            return Optional.empty();
        }
        Revision before = entry.liveRevision == null ? null : entries.revision(entry, entry.liveRevision);
        if (change.live()) {
            Revision shown = revision(entry, change, content(families.named(change.family()), change));
            entry.published(shown, before, change.position(), change.publishedAt());
        } else {
            Revision gone = before == null ? revision(entry, change, Documents.parse("{}")) : before;
            entry.liveRevision = gone.number();
            entry.withdrawn(gone, change.position(), change.publishedAt());
        }
        entry.touch(PACK, change.publishedAt());
        Map<String, String> details = Map.of("position", String.valueOf(change.position()));
        String action = change.live() ? "published-by-pack" : "withdrawn-elsewhere";
        return Optional.of(new Act(action, entry.family, entry.id, entry.liveRevision, details));
    }

    private Entry begin(LiveEntry change) {
        Entry entry = Entry.named(change.id(), change.family(), change.firstPublishedAt());
        entries.add(entry);
        return entry;
    }

    /** The newest revision where it says just that, otherwise a new one. */
    private Revision revision(Entry entry, LiveEntry change, JsonNode content) {
        String document = content.toString();
        if (entry.revision > 0 && entries.head(entry).says(change.slug(), document)) {
            return entries.head(entry);
        }
        takeSlug(entry, change);
        Revision.Text text = new Revision.Text(change.slug(), document, null);
        Revision revision = Revision.of(entry.id, entry.revision + 1, text, PACK, change.publishedAt());
        entry.saved(revision);
        entries.add(revision);
        index.write(entry, content);
        return revision;
    }

    /** What the public sees has its slug; a draft that wanted it learns so from the gate. */
    private void takeSlug(Entry entry, LiveEntry change) {
        entries.withSlug(change.family(), change.slug())
                .filter(holder -> !holder.equals(entry.id))
                .ifPresent(holder -> {
                    entries.lockAll(List.of(holder));
                    entries.find(holder).ifPresent(draft -> draft.giveUpSlug(PACK, change.publishedAt()));
                    session.flush();
                });
    }

    private static <C extends Record> JsonNode content(Family<C> family, LiveEntry change) {
        JsonNode tree = Documents.parse(Objects.requireNonNull(change.document()));
        return Documents.tree(family.derived(Documents.read(tree, family.contentType()), new Underivation()));
    }
}

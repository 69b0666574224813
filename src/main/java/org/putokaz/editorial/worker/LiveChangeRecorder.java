package org.putokaz.editorial.worker;

import org.putokaz.editorial.draft.DraftIndexer;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.live.ContentJson;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.DerivedLanguageRemover;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedFilter;
import org.putokaz.live.feed.FeedSlice;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;
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

/**
 * Takes note of what was published past the editors, by content packs: it becomes a revision like any other, so that
 * editors can go on from it and see where it came from. Reads the change feed from its own place.
 */
@ApplicationScoped
class LiveChangeRecorder {

    /** After the content pack has been loaded. */
    private static final int AT_START = 300;

    private static final int BATCH = 200;
    private static final Actor PACK = Actor.service("content-pack");

    private final Session session;
    private final ChangeFeed changes;
    private final ContentFamilyRegistry families;
    private final EditorialEntryRepository entries;
    private final DraftIndexer index;
    private final AuditTrail audit;

    @Inject
    LiveChangeRecorder(
            Session session,
            ChangeFeed changes,
            ContentFamilyRegistry families,
            EditorialEntryRepository entries,
            DraftIndexer index,
            AuditTrail audit) {
        this.session = session;
        this.changes = changes;
        this.families = families;
        this.entries = entries;
        this.index = index;
        this.audit = audit;
    }

    void atStart(@Observes @Priority(AT_START) StartupEvent start) {
        catchUp();
    }

    /** Reads to the end of the feed; one look at two rows when it is there already. */
    void catchUp() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::consumeBatch);
        }
    }

    /** Several nodes may do this at once; one waits for the other and then finds less to do. */
    private boolean consumeBatch() {
        FeedState feed = changes.currentState();
        LiveChangePositionEntity row = session.find(LiveChangePositionEntity.class, LiveChangePositionEntity.SINGLETON_ID);
        if (positionIn(row, feed) == feed.position()) {
            return false;
        }
        session.createNativeQuery("select id from editorial.follower where id = 1 for update", Object.class)
                .getSingleResult();
        session.refresh(row);
        FeedSlice stretch = changes.readAfter(positionIn(row, feed), FeedFilter.ALL, BATCH);
        List<AuditEvent> acts = new ArrayList<>();
        for (LiveEntry change : stretch.entries()) {
            recordChange(change).ifPresent(acts::add);
        }
        row.position = stretch.end();
        row.feedId = stretch.feed().id();
        session.flush();
        acts.forEach(act -> audit.record(PACK, act));
        return stretch.more();
    }

    /** A feed of another identity is read from its beginning. */
    private static long positionIn(LiveChangePositionEntity row, FeedState feed) {
        return feed.id().equals(row.feedId) ? row.position : 0;
    }

    private Optional<AuditEvent> recordChange(LiveEntry change) {
        entries.lockAll(List.of(change.id()));
        EditorialEntry entry = entries.find(change.id()).orElseGet(() -> begin(change));
        if (entry.livePosition != null && entry.livePosition >= change.position()) {
            // Published here, or changed again since the feed was read.
            return Optional.empty();
        }
        Revision before = entry.liveRevision == null ? null : entries.revision(entry, entry.liveRevision);
        if (change.live()) {
            Revision shown = revision(entry, change, content(families.get(change.family()), change));
            entry.markPublished(shown, before, change.position(), change.publishedAt());
        } else {
            Revision gone = before == null ? revision(entry, change, ContentJson.parse("{}")) : before;
            entry.liveRevision = gone.number();
            entry.markWithdrawn(gone, change.position(), change.publishedAt());
        }
        entry.recordChange(PACK, change.publishedAt());
        Map<String, String> details = Map.of("position", String.valueOf(change.position()));
        String action = change.live() ? "published-by-pack" : "withdrawn-elsewhere";
        return Optional.of(new AuditEvent(action, entry.family, entry.id, entry.liveRevision, details));
    }

    private EditorialEntry begin(LiveEntry change) {
        EditorialEntry entry = EditorialEntry.create(change.id(), change.family(), change.firstPublishedAt());
        entries.add(entry);
        return entry;
    }

    /** The newest revision where it says just that, otherwise a new one. */
    private Revision revision(EditorialEntry entry, LiveEntry change, JsonNode content) {
        String document = content.toString();
        if (entry.newestRevision > 0 && entries.newestRevision(entry).hasText(change.slug(), document)) {
            return entries.newestRevision(entry);
        }
        takeSlug(entry, change);
        Revision.Text text = new Revision.Text(change.slug(), document, null);
        Revision revision = Revision.of(entry.id, entry.newestRevision + 1, text, PACK, change.publishedAt());
        entry.addRevision(revision);
        entries.add(revision);
        index.index(entry, content);
        return revision;
    }

    /** What the public sees has its slug; a draft that wanted it learns so from the gate. */
    private void takeSlug(EditorialEntry entry, LiveEntry change) {
        entries.findIdBySlug(change.family(), change.slug())
                .filter(holder -> !holder.equals(entry.id))
                .ifPresent(holder -> {
                    entries.lockAll(List.of(holder));
                    entries.find(holder).ifPresent(draft -> draft.releaseSlug(PACK, change.publishedAt()));
                    session.flush();
                });
    }

    private static <C extends Record> JsonNode content(ContentFamily<C> family, LiveEntry change) {
        JsonNode tree = ContentJson.parse(Objects.requireNonNull(change.document()));
        return ContentJson.tree(
                family.applyDerivation(ContentJson.read(tree, family.contentType()), new DerivedLanguageRemover()));
    }
}

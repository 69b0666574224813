package org.putokaz.editorial.worker;

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
import java.util.Optional;
import org.hibernate.Session;
import org.putokaz.editorial.check.LostReferenceFinder;
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
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedFilter;
import org.putokaz.live.feed.FeedSlice;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/**
 * Consumer of the change feed that records what content packs have published or withdrawn as revisions of the editorial
 * entries.
 *
 * <h2>Concurrency</h2>
 *
 * <p>Several nodes may catch up at once: the row of the position is locked, so one waits for the other and finds less
 * to do.
 *
 * <h2>Consistency</h2>
 *
 * <p>A batch of changes, its audit events and the new position are one transaction. A change that an entry has recorded
 * already, because it was published on the editorial side, is skipped by its position.
 */
@ApplicationScoped
class LiveChangeRecorder {

    /** After the content pack has been loaded. */
    private static final int START_PRIORITY = 300;

    private static final int BATCH_SIZE = 200;
    private static final String EMPTY_DOCUMENT = "{}";
    private static final Actor PACK_ACTOR = Actor.service("content-pack");

    private final Session session;
    private final ChangeFeed feed;
    private final LiveEntryRepository live;
    private final ContentFamilyRegistry families;
    private final EditorialEntryRepository entries;
    private final DraftIndexer indexer;
    private final LostReferenceFinder lostReferences;
    private final AuditTrail audit;

    @Inject
    LiveChangeRecorder(
            Session session,
            ChangeFeed feed,
            LiveEntryRepository live,
            ContentFamilyRegistry families,
            EditorialEntryRepository entries,
            DraftIndexer indexer,
            LostReferenceFinder lostReferences,
            AuditTrail audit) {
        this.session = session;
        this.feed = feed;
        this.live = live;
        this.families = families;
        this.entries = entries;
        this.indexer = indexer;
        this.lostReferences = lostReferences;
        this.audit = audit;
    }

    void onStartup(@Observes @Priority(START_PRIORITY) StartupEvent event) {
        catchUp();
    }

    /** Reads to the end of the feed; two row reads when there is nothing new. */
    void catchUp() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::consumeBatch);
        }
    }

    /** @return whether there is more to read */
    private boolean consumeBatch() {
        FeedState state = feed.currentState();
        LiveChangePositionEntity position =
                session.find(LiveChangePositionEntity.class, LiveChangePositionEntity.SINGLETON_ID);
        if (position.positionIn(state) == state.position()) {
            return false;
        }
        session.createNativeQuery("select id from editorial.follower where id = 1 for update", Object.class)
                .getSingleResult();
        session.refresh(position);
        FeedSlice slice = feed.readAfter(position.positionIn(state), FeedFilter.ALL, BATCH_SIZE);
        List<AuditEvent> events = new ArrayList<>();
        for (LiveEntry change : slice.entries()) {
            recordChange(change).ifPresent(events::add);
        }
        position.position = slice.end();
        position.feedId = slice.feed().id();
        session.flush();
        events.forEach(event -> audit.record(PACK_ACTOR, event));
        return slice.more();
    }

    /**
     * Empty when the entry has recorded this change or a later one, and when the entry has changed again since the feed was
     * read: the feed has that change further on.
     */
    Optional<AuditEvent> recordChange(LiveEntry change) {
        if (live.find(change.id())
                .filter(now -> now.position() == change.position())
                .isEmpty()) {
            return Optional.empty();
        }
        entries.lockAll(List.of(change.id()));
        EditorialEntry entry = entries.find(change.id()).orElseGet(() -> createEntry(change));
        entry.referencesEnd = change.referenceDays().firstEnd();
        if (entry.livePosition != null && entry.livePosition >= change.position()) {
            return Optional.empty();
        }
        if (!change.live()) {
            recordWithdrawal(entry, change);
        } else if (!recordPublication(entry, change)) {
            return Optional.empty();
        }
        entry.recordChange(PACK_ACTOR, change.publishedAt());
        Map<String, String> details = Map.of("position", String.valueOf(change.position()));
        String action = change.live() ? "published-by-pack" : "withdrawn-elsewhere";
        return Optional.of(new AuditEvent(action, entry.family, entry.id, entry.liveRevision, details));
    }

    /** @return whether the text is another one; false when only what the entry takes from others has changed */
    private boolean recordPublication(EditorialEntry entry, LiveEntry change) {
        ContentFamily<?> family = families.get(change.family());
        JsonNode authored = live.authoredContent(change.id());
        Optional<Revision> previous = entries.findLiveRevision(entry);
        if (entry.published
                && previous.filter(known -> isUnchanged(family, known, authored))
                        .isPresent()) {
            entry.livePosition = change.position();
            entry.referencesGone = !lostReferences.find(change.id()).isEmpty();
            return false;
        }
        Revision published = findOrAddRevision(entry, change, withoutDerivedLanguages(family, authored));
        entry.markPublished(published, previous.orElse(null), change.position(), change.publishedAt());
        return true;
    }

    private void recordWithdrawal(EditorialEntry entry, LiveEntry change) {
        Revision withdrawn = entries.findLiveRevision(entry)
                .orElseGet(() -> findOrAddRevision(entry, change, ContentJson.parse(EMPTY_DOCUMENT)));
        entry.liveRevision = withdrawn.number();
        entry.markWithdrawn(withdrawn, change.position(), change.publishedAt());
    }

    private EditorialEntry createEntry(LiveEntry change) {
        EditorialEntry entry = EditorialEntry.create(change.id(), change.family(), change.firstPublishedAt());
        entries.add(entry);
        return entry;
    }

    /** The newest revision when it has the same text, otherwise a new one. */
    private Revision findOrAddRevision(EditorialEntry entry, LiveEntry change, JsonNode content) {
        String document = content.toString();
        String slug = change.isSlugRedacted() ? null : change.slug();
        if (entry.newestRevision > 0 && entries.newestRevision(entry).hasText(slug, document)) {
            return entries.newestRevision(entry);
        }
        takeSlug(entry, change);
        Revision.Text text = new Revision.Text(slug, document, null);
        Revision revision = Revision.of(entry.id, entry.newestRevision + 1, text, PACK_ACTOR, change.publishedAt());
        entry.addRevision(revision);
        entries.add(revision);
        indexer.index(entry, content);
        return revision;
    }

    /** Takes the slug from a draft that has it: a start must not fail because of a draft. */
    private void takeSlug(EditorialEntry entry, LiveEntry change) {
        entries.findIdBySlug(change.family(), change.slug())
                .filter(holder -> !holder.equals(entry.id))
                .ifPresent(holder -> {
                    entries.lockAll(List.of(holder));
                    entries.find(holder).ifPresent(draft -> draft.releaseSlug(PACK_ACTOR, change.publishedAt()));
                    session.flush();
                });
    }

    private static <C extends Record> boolean isUnchanged(
            ContentFamily<C> family, Revision revision, JsonNode authored) {
        C written = ContentJson.read(revision.content(), family.contentType());
        C published = ContentJson.read(authored, family.contentType());
        return family.applyDerivation(written, new LanguageDerivation()).equals(published);
    }

    /** The content without the languages that were derived. */
    private static <C extends Record> JsonNode withoutDerivedLanguages(ContentFamily<C> family, JsonNode authored) {
        return ContentJson.tree(
                family.applyDerivation(ContentJson.read(authored, family.contentType()), new DerivedLanguageRemover()));
    }
}

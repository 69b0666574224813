package org.putokaz.live.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.Importance;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.InheritedFacts;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.family.TranslationComparer;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/**
 * Writer of single publications: validates the content, writes the entry and its index rows, and collects the violations. Runs in
 * the transaction of {@link LiveStore} or {@link org.putokaz.live.transfer.StoreImporter}, which rolls back on violations.
 */
@ApplicationScoped
public class EntryWriter {

    private final Session session;
    private final EntryIndexRepository index;
    private final LanguagePolicy languages;

    @Inject
    EntryWriter(Session session, EntryIndexRepository index, LanguagePolicy languages) {
        this.session = session;
        this.index = index;
        this.languages = languages;
    }

    /**
     * Publishes a content; a content that is published already keeps its position.
     *
     * @param facts of the unit of the entry
     */
    public <C extends Record> ChangeResult publish(
            StoreChange.Publish<C> change,
            InheritedFacts facts,
            PositionAllocator allocator,
            ViolationsByEntry violations) {
        EntryEntity known = session.find(EntryEntity.class, change.id());
        PreparedContent<C> prepared = withOutdatedTexts(
                PreparedContent.of(change, authored -> change.family().withInheritedFacts(authored, facts)), known);
        ContentViolations found = validate(prepared, known);
        if (!found.violations().isEmpty()) {
            violations.addAll(change.id(), found.violations());
            return new ChangeResult(change.id(), 0, false);
        }
        if (known != null && known.live && prepared.digest().equals(known.digest)) {
            return new ChangeResult(known.id, known.position, false);
        }
        return write(prepared, known, allocator, violations);
    }

    <C extends Record> void validateDates(
            StoreChange.Publish<C> change, LocalDate today, ViolationsByEntry violations) {
        ContentViolations found = new ContentViolations(languages);
        change.family().validateDates(change.content(), today, found);
        violations.addAll(change.id(), found.violations());
    }

    private <C extends Record> PreparedContent<C> withOutdatedTexts(
            PreparedContent<C> prepared, @Nullable EntryEntity known) {
        String before = known == null ? null : known.authoredDocument();
        if (known == null || before == null) {
            return prepared;
        }
        String authoritative = languages.authoritative().tag();
        return prepared.withOutdated(
                new TranslationComparer(authoritative, prepared.change().stillCurrent())
                        .compare(
                                ContentJson.parse(before),
                                OutdatedTexts.read(known.outdated),
                                ContentJson.parse(prepared.authoredDocument())));
    }

    /** The fields of the published content, and the references of the authored one that are replaced in it. */
    static <C extends Record> IndexedFields indexedFields(PreparedContent<C> prepared) {
        StoreChange.Publish<C> change = prepared.change();
        IndexedFields fields = change.family().indexedFields(change.id(), prepared.content());
        return prepared.authored() == null
                ? fields
                : fields.withReferencesOf(change.family().indexedFields(change.id(), change.content()));
    }

    private <C extends Record> ContentViolations validate(PreparedContent<C> prepared, @Nullable EntryEntity known) {
        StoreChange.Publish<C> change = prepared.change();
        ContentViolations violations = new ContentViolations(languages);
        SlugFormat.check(change.slug(), violations);
        violations.checkLine("/note", withDerivedLanguages(change.note()));
        change.family().validate(prepared.content(), violations);
        if (known != null && !known.family.equals(change.family().name())) {
            violations.add("/id", "id-of-another-family", known.family);
        }
        return violations;
    }

    private <C extends Record> ChangeResult write(
            PreparedContent<C> prepared,
            @Nullable EntryEntity known,
            PositionAllocator allocator,
            ViolationsByEntry violations) {
        StoreChange.Publish<C> change = prepared.change();
        EntryEntity entry =
                known == null ? newEntity(change.id(), change.family().name(), allocator.at()) : known;
        boolean wasLive = entry.live;
        IndexedFields fields = indexedFields(prepared);
        assignPosition(entry, change.importance(), change.note(), allocator, !wasLive);
        applyContent(entry, prepared, fields.locationPrivacy());
        if (known == null) {
            session.persist(entry);
        }
        if (!index.claimSlug(change.family().name(), change.slug(), change.id())) {
            violations.add(change.id(), Violation.at("/slug", "slug-taken", change.slug()));
        }
        if (known != null) {
            index.clear(entry.id);
        }
        index.add(entry, fields);
        ContentViolations found = new ContentViolations(languages);
        change.family().saveIndexRow(entry.id, entry.position, prepared.content(), found);
        violations.addAll(change.id(), found.violations());
        return new ChangeResult(entry.id, entry.position, true);
    }

    static EntryEntity newEntity(UUID id, String family, Instant now) {
        EntryEntity entry = new EntryEntity();
        entry.id = id;
        entry.family = family;
        entry.firstPublishedAt = now;
        return entry;
    }

    static void applyContent(EntryEntity entry, PreparedContent<?> prepared, IndexedFields.LocationPrivacy privacy) {
        entry.slug = prepared.change().slug();
        entry.live = true;
        entry.revision++;
        entry.document = prepared.document();
        entry.authored = prepared.authored();
        entry.authoredPosition = entry.position;
        entry.outdated = prepared.outdated().store();
        entry.digest = prepared.digest();
        entry.reason = null;
        entry.replacedBy = null;
        entry.substitutable = false;
        entry.parentUnit = privacy.parentUnit();
        entry.locationConfidential = privacy.confidential();
        entry.disclosedUnit = privacy.disclosedUnit();
    }

    /** @param alwaysMajor whether the entry appears or disappears, which is major whatever the change says */
    static void assignPosition(
            EntryEntity entry,
            Importance importance,
            @Nullable LocalisedText note,
            PositionAllocator allocator,
            boolean alwaysMajor) {
        entry.position = allocator.allocate(entry);
        entry.publishedAt = allocator.at();
        entry.importance = importance.wireName();
        LocalisedText derivedNote = withDerivedLanguages(note);
        entry.note = derivedNote == null ? null : ContentJson.write(derivedNote);
        if (alwaysMajor || importance == Importance.MAJOR) {
            entry.majorPosition = entry.position;
            entry.majorNote = entry.note;
        }
    }

    static @Nullable LocalisedText withDerivedLanguages(@Nullable LocalisedText note) {
        return new LanguageDerivation().plain(note);
    }
}

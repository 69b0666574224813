package org.putokaz.live.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Availability;
import org.putokaz.live.ContentJson;
import org.putokaz.live.Importance;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.ReferenceDays;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
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

    /** New content of a published entry that depends on others which have changed. */
    record Update<C extends Record>(EntryEntity entry, PreparedContent<C> prepared, ReferenceDays days) {}

    /**
     * Prepares the update of a published entry, without writing anything; empty when clients get the same as before. It is not
     * validated: rules that were added after its publication must not prevent the change of another entry.
     *
     * @param completion of the authored content, from it and from what is published, by what it takes from other entries
     * @param availability of a referenced entry
     */
    <C extends Record> Optional<Update<C>> prepareUpdate(
            EntryEntity entry,
            ContentFamily<C> family,
            BinaryOperator<C> completion,
            Function<UUID, Availability> availability) {
        C authored = ContentJson.read(Objects.requireNonNull(entry.authoredDocument()), family.contentType());
        StoreChange.Publish<C> change =
                new StoreChange.Publish<>(family, entry.id, entry.slug, authored, Importance.MAJOR, null);
        C published = ContentJson.read(Objects.requireNonNull(entry.document), family.contentType());
        PreparedContent<C> prepared = PreparedContent.of(change, derived -> completion.apply(derived, published))
                .withOutdated(OutdatedTexts.read(entry.outdated));
        ReferenceDays days = referenceDays(family.indexedFields(entry.id, prepared.content()), availability);
        boolean same = prepared.document().equals(entry.document) && Objects.equals(days.store(), entry.referenceDays);
        return same ? Optional.empty() : Optional.of(new Update<>(entry, prepared, days));
    }

    private static ReferenceDays referenceDays(IndexedFields fields, Function<UUID, Availability> availability) {
        Map<UUID, Availability> days = new HashMap<>();
        for (IndexedFields.Reference reference : fields.references()) {
            Availability of = availability.apply(reference.to());
            if (!of.equals(Availability.ALWAYS)) {
                days.put(reference.to(), of);
            }
        }
        return new ReferenceDays(days);
    }

    /**
     * Writes updates together: the index rows of all are deleted first, as each deletion flushes the session.
     *
     * @param allocator null to keep the positions and the times of the entries
     */
    void writeUpdates(List<Update<?>> updates, @Nullable PositionAllocator allocator) {
        index.clearAll(updates.stream().map(update -> update.entry().id).toList());
        updates.forEach(update -> write(update, allocator));
    }

    private <C extends Record> void write(Update<C> update, @Nullable PositionAllocator allocator) {
        EntryEntity entry = update.entry;
        if (allocator != null) {
            assignPosition(entry, Importance.MAJOR, null, allocator, true);
        }
        IndexedFields fields = indexedFields(update.prepared);
        applyContent(entry, update.prepared, fields.locationPrivacy());
        entry.referenceDays = update.days.store();
        index.add(entry, fields);
        update.prepared
                .change()
                .family()
                .saveIndexRow(entry.id, entry.position, update.prepared.content(), new ContentViolations(languages));
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
    private static <C extends Record> IndexedFields indexedFields(PreparedContent<C> prepared) {
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

    private static void applyContent(
            EntryEntity entry, PreparedContent<?> prepared, IndexedFields.LocationPrivacy privacy) {
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

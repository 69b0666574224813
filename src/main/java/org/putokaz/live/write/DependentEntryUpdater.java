package org.putokaz.live.write;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Availability;
import org.putokaz.live.ContentJson;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.entity.ReplacementResolver;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.InheritedFacts;

/**
 * Updater of published entries that depend on entries which have changed: a channel of a unit that is dissolved ends, and a
 * reference to an entry that is withdrawn leads to the one in its place or is left out. What an editor wrote stays as it was.
 */
public final class DependentEntryUpdater {

    /** The role of the reference from an entry to the unit whose facts it takes. */
    private static final String UNIT_ROLE = "unit";
    /** Ids in one query, which databases limit. */
    private static final int BATCH_SIZE = 1000;

    private final Session session;
    private final ContentFamilyRegistry families;
    private final DependentEntryWriter writer;
    private final ReplacementResolver references;
    private final InheritedFactsResolver inheritedFacts;

    /** To be created after the changes were written and flushed. */
    public DependentEntryUpdater(Session session, ContentFamilyRegistry families, DependentEntryWriter writer) {
        this.session = session;
        this.families = families;
        this.writer = writer;
        this.references = new ReplacementResolver(session);
        this.inheritedFacts = new InheritedFactsResolver(session, families);
    }

    /**
     * Updates what depends on the changes.
     *
     * @param units whose closing or unit above has changed
     * @param appearedOrGone entries that are published again, or withdrawn
     * @param changed all entries of the set, which have positions already
     * @param allocator null to keep positions and times, in an import
     */
    public void update(
            Collection<UUID> units,
            Collection<UUID> appearedOrGone,
            Collection<UUID> changed,
            @Nullable PositionAllocator allocator) {
        Set<UUID> moved = new HashSet<>(units);
        List<EntryEntity> otherEntries = new ArrayList<>();
        List<EntryEntity> unitEntries = new ArrayList<>();
        for (EntryEntity entry : findReferencing(withReplaced(appearedOrGone))) {
            boolean isUnit = families.get(entry.family).holdsUnits();
            (isUnit ? unitEntries : otherEntries).add(entry);
        }
        unitEntries.forEach(entry -> moved.add(entry.id));
        update(unitEntries, allocator);
        Set<EntryEntity> dependent = new LinkedHashSet<>(findChannelsOf(withUnitsBelow(moved)));
        dependent.addAll(otherEntries);
        Set<UUID> withDays = new HashSet<>(update(dependent, allocator));
        withDays.addAll(changed);
        updateReferenceDays(changed, withDays, allocator);
    }

    /**
     * Updates the days of what entries refer to.
     *
     * @param written entries of the set, which keep their new positions
     * @param targets entries whose days may have changed
     */
    private void updateReferenceDays(
            Collection<UUID> written, Collection<UUID> targets, @Nullable PositionAllocator allocator) {
        List<String> familiesWithDays = families.all().stream()
                .filter(ContentFamily::hasDays)
                .map(ContentFamily::name)
                .toList();
        String named = familiesWithDays.stream().collect(Collectors.joining("', '", "('", "')"));
        List<EntryEntity> sources = inBatches(
                List.copyOf(written),
                "select distinct e from ReferenceEntity r join EntryEntity e on e.id = r.key.fromId"
                        + " where e.live = true and r.key.fromId in :ids and r.family in " + named,
                EntryEntity.class);
        update(sources, null);
        Set<UUID> known = sources.stream().map(entry -> entry.id).collect(Collectors.toSet());
        Set<UUID> ofFamilies =
                targets.stream().filter(id -> isOfFamily(id, familiesWithDays)).collect(Collectors.toSet());
        update(
                findReferencing(ofFamilies).stream()
                        .filter(entry -> !known.contains(entry.id))
                        .toList(),
                allocator);
    }

    private boolean isOfFamily(UUID id, List<String> names) {
        EntryEntity entry = session.find(EntryEntity.class, id);
        return entry != null && names.contains(entry.family);
    }

    /** Updates the published entries that a release has written which did not keep what their editor wrote; units first. */
    void refreshOutdated(PositionAllocator allocator) {
        for (boolean units : new boolean[] {true, false}) {
            families.all().stream()
                    .filter(family -> family.holdsUnits() == units)
                    .forEach(family -> refreshOutdated(family, allocator));
        }
    }

    private void refreshOutdated(ContentFamily<?> family, PositionAllocator allocator) {
        List<EntryEntity> batch = findOutdated(family);
        while (!batch.isEmpty()) {
            update(batch, allocator);
            batch.forEach(entry -> entry.authoredPosition = entry.position);
            session.flush();
            batch.forEach(session::detach);
            batch = findOutdated(family);
        }
    }

    private List<EntryEntity> findOutdated(ContentFamily<?> family) {
        return session.createSelectionQuery(
                        "select e from EntryEntity e where e.family = :family and e.live = true"
                                + " and e.authoredPosition is null",
                        EntryEntity.class)
                .setParameter("family", family.name())
                .setMaxResults(BATCH_SIZE)
                .getResultList();
    }

    /** The entries, and those withdrawn ones that they stand in the place of. */
    private Set<UUID> withReplaced(Collection<UUID> entries) {
        return closure(entries, "select e.id from EntryEntity e where e.live = false and e.replacedBy in :ids");
    }

    private Set<UUID> withUnitsBelow(Collection<UUID> units) {
        return closure(units, "select e.id from EntryEntity e where e.parentUnit in :ids");
    }

    private Set<UUID> closure(Collection<UUID> start, String next) {
        Set<UUID> found = new HashSet<>(start);
        Deque<List<UUID>> pending = new ArrayDeque<>();
        pending.add(List.copyOf(start));
        while (!pending.isEmpty()) {
            List<UUID> more = inBatches(pending.remove(), next, UUID.class).stream()
                    .filter(found::add)
                    .toList();
            if (!more.isEmpty()) {
                pending.add(more);
            }
        }
        return found;
    }

    private List<EntryEntity> findReferencing(Set<UUID> targets) {
        return findReferencing(targets, "");
    }

    private List<EntryEntity> findChannelsOf(Set<UUID> units) {
        return findReferencing(units, " and r.key.role = '" + UNIT_ROLE + "'");
    }

    private List<EntryEntity> findReferencing(Set<UUID> targets, String condition) {
        return inBatches(
                        List.copyOf(targets),
                        "select e from ReferenceEntity r join EntryEntity e on e.id = r.key.fromId"
                                + " where e.live = true and r.toId in :ids" + condition,
                        EntryEntity.class)
                .stream()
                .distinct()
                .sorted(Comparator.comparingLong(entry -> entry.position))
                .toList();
    }

    private <T> List<T> inBatches(List<UUID> ids, String query, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH_SIZE) {
            found.addAll(session.createSelectionQuery(query, type)
                    .setParameter("ids", ids.subList(from, Math.min(from + BATCH_SIZE, ids.size())))
                    .getResultList());
        }
        return found;
    }

    /** @return the ids of the entries that clients get otherwise than before */
    private List<UUID> update(Collection<EntryEntity> entries, @Nullable PositionAllocator allocator) {
        List<DependentEntryWriter.Update<?>> updates = new ArrayList<>();
        entries.forEach(entry -> prepare(entry, families.get(entry.family)).ifPresent(updates::add));
        if (!updates.isEmpty()) {
            writer.writeAll(updates, allocator);
            session.flush();
        }
        return updates.stream().map(update -> update.entry().id).toList();
    }

    private <C extends Record> Optional<DependentEntryWriter.Update<C>> prepare(
            EntryEntity entry, ContentFamily<C> family) {
        return writer.prepare(
                entry, family, (authored, published) -> complete(family, authored, published), this::availability);
    }

    private Availability availability(UUID id) {
        EntryEntity entry = session.find(EntryEntity.class, id);
        return entry == null || entry.document == null
                ? Availability.ALWAYS
                : availability(families.get(entry.family), entry.document);
    }

    private static <C extends Record> Availability availability(ContentFamily<C> family, String document) {
        return family.hasDays()
                ? family.availability(ContentJson.read(document, family.contentType()))
                : Availability.ALWAYS;
    }

    /** The country stays as it was when the entry was published, and so does the closing of a unit that is gone. */
    private <C extends Record> C complete(ContentFamily<C> family, C authored, C published) {
        InheritedFacts before = family.inheritedFacts(authored, published);
        C content = family.withReferences(authored, references::resolve);
        UUID unit = family.inheritsFrom(content);
        LocalDate closedFrom =
                unit == null ? before.closedFrom() : inheritedFacts.apply(unit).closedFrom();
        return family.withInheritedFacts(content, before.withClosedFrom(closedFrom));
    }
}

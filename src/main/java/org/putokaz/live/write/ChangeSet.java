package org.putokaz.live.write;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.UnitFacts;
import org.putokaz.live.family.UnitPlacement;
import org.putokaz.problem.Violation;

/** Set of changes that are published together, compared with the state before it. */
final class ChangeSet {

    private final Session session;
    private final ContentFamilyRegistry families;
    private final UnitFactsResolver unitFacts;
    private final Set<UUID> movedUnits = new HashSet<>();
    private final Set<UUID> appearedOrGone = new HashSet<>();

    /** To be created before the changes are written. */
    ChangeSet(Session session, ContentFamilyRegistry families, Collection<? extends StoreChange> changes) {
        this.session = session;
        this.families = families;
        this.unitFacts = new UnitFactsResolver(session, families);
        changes.forEach(this::compare);
    }

    private void compare(StoreChange change) {
        EntryEntity before = session.find(EntryEntity.class, change.id());
        UnitPlacement placement = UnitPlacement.UNKNOWN;
        if (change instanceof StoreChange.Publish<?> publish) {
            placement = placement(publish);
            unitFacts.add(publish.id(), placement);
        }
        boolean published = change instanceof StoreChange.Publish<?>;
        if (before != null && before.live != published) {
            appearedOrGone.add(change.id());
        }
        if (!placement.isSamePlace(placement(before))) {
            movedUnits.add(change.id());
        }
    }

    private static <C extends Record> UnitPlacement placement(StoreChange.Publish<C> change) {
        return change.family().unitPlacement(change.content());
    }

    private UnitPlacement placement(@Nullable EntryEntity entry) {
        return entry == null || entry.document == null
                ? UnitPlacement.UNKNOWN
                : placement(families.get(entry.family), entry.document);
    }

    private static <C extends Record> UnitPlacement placement(ContentFamily<C> family, String document) {
        return family.unitPlacement(ContentJson.read(document, family.contentType()));
    }

    /** Units whose closing or unit above has changed. */
    Set<UUID> movedUnits() {
        return movedUnits;
    }

    /** Entries that are published again after a withdrawal, or withdrawn. */
    Set<UUID> appearedOrGone() {
        return appearedOrGone;
    }

    /**
     * The facts of the unit of an entry. A violation is added when the unit is dissolved and the entry is new there.
     *
     * @param today in the time zone of the institution
     */
    <C extends Record> UnitFacts unitFacts(
            StoreChange.Publish<C> change, LocalDate today, ViolationsByEntry violations) {
        UUID unit = change.family().factsUnit(change.content());
        if (unit == null) {
            return UnitFacts.NONE;
        }
        UnitFacts facts = unitFacts.apply(unit);
        LocalDate closedFrom = facts.closedFrom();
        if (closedFrom != null && !closedFrom.isAfter(today) && !unit.equals(publishedUnit(change))) {
            violations.add(change.id(), Violation.at("/unit", "unit-dissolved", closedFrom));
        }
        return facts;
    }

    /** The unit of the entry as it is published; null when it is not. */
    private <C extends Record> @Nullable UUID publishedUnit(StoreChange.Publish<C> change) {
        EntryEntity entry = session.find(EntryEntity.class, change.id());
        boolean sameFamily =
                entry != null && entry.family.equals(change.family().name());
        return !sameFamily || entry.document == null
                ? null
                : change.family()
                        .factsUnit(ContentJson.read(
                                Objects.requireNonNull(entry.document),
                                change.family().contentType()));
    }
}

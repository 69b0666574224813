package org.putokaz.live.write;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.InheritedFacts;
import org.putokaz.live.family.UnitPlacement;
import org.putokaz.problem.Violation;

/** Set of changes that are published together, compared with the state before it. */
final class ChangeSet {

    private final Session session;
    private final ContentFamilyRegistry families;
    private final InheritedFactsResolver inheritedFacts;
    private final Set<UUID> ids = new HashSet<>();
    private final Set<UUID> movedUnits = new HashSet<>();
    private final Set<UUID> appearedOrGone = new HashSet<>();
    private final Map<UUID, Record> published = new HashMap<>();
    private final Set<UUID> substitutable = new HashSet<>();

    /** To be created before the changes are written. */
    ChangeSet(Session session, ContentFamilyRegistry families, Collection<? extends StoreChange> changes) {
        this.session = session;
        this.families = families;
        this.inheritedFacts = new InheritedFactsResolver(session, families);
        changes.forEach(this::compare);
        changes.forEach(this::findSubstitutable);
    }

    private void findSubstitutable(StoreChange change) {
        if (change instanceof StoreChange.Withdraw withdrawal && withdrawal.replacedBy() != null) {
            EntryEntity before = session.find(EntryEntity.class, change.id());
            if (before != null && canReplace(families.get(before.family), before.document, withdrawal.replacedBy())) {
                substitutable.add(change.id());
            }
        }
    }

    private <C extends Record> boolean canReplace(
            ContentFamily<C> family, @Nullable String withdrawn, UUID replacedBy) {
        EntryEntity present = session.find(EntryEntity.class, replacedBy);
        Object replacement = published.get(replacedBy);
        if (replacement == null
                && present != null
                && present.family.equals(family.name())
                && present.document != null) {
            replacement = ContentJson.read(present.document, family.contentType());
        }
        return withdrawn != null
                && family.contentType().isInstance(replacement)
                && family.canReplace(
                        ContentJson.read(withdrawn, family.contentType()),
                        family.contentType().cast(replacement));
    }

    /** Whether references to a withdrawn entry may lead to the one in its place, which may be published in the same set. */
    boolean isSubstitutable(StoreChange.Withdraw withdrawal) {
        return substitutable.contains(withdrawal.id());
    }

    private void compare(StoreChange change) {
        ids.add(change.id());
        EntryEntity before = session.find(EntryEntity.class, change.id());
        UnitPlacement placement = UnitPlacement.UNKNOWN;
        if (change instanceof StoreChange.Publish<?> publish) {
            placement = placement(publish);
            inheritedFacts.add(publish.id(), placement);
            published.put(publish.id(), publish.content());
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

    /** The entries that are changed. */
    Set<UUID> ids() {
        return ids;
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
    <C extends Record> InheritedFacts inheritedFacts(
            StoreChange.Publish<C> change, LocalDate today, ViolationsByEntry violations) {
        UUID unit = change.family().inheritsFrom(change.content());
        if (unit == null) {
            return InheritedFacts.NONE;
        }
        InheritedFacts facts = inheritedFacts.apply(unit);
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
                        .inheritsFrom(ContentJson.read(
                                Objects.requireNonNull(entry.document),
                                change.family().contentType()));
    }
}

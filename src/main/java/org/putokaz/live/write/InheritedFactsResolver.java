package org.putokaz.live.write;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.putokaz.live.ContentJson;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.InheritedFacts;
import org.putokaz.live.family.UnitPlacement;

/**
 * Resolver of the facts that entries take from their units, in the state that a set of changes leaves: a unit that is
 * published in the same set counts as it will be, whatever the order of the changes.
 */
public final class InheritedFactsResolver implements Function<UUID, InheritedFacts> {

    private final Session session;
    private final ContentFamilyRegistry families;
    private final Map<UUID, UnitPlacement> changed = new HashMap<>();
    private final Map<UUID, InheritedFacts> known = new HashMap<>();

    public InheritedFactsResolver(Session session, ContentFamilyRegistry families) {
        this.session = session;
        this.families = families;
    }

    /** Adds what a unit will be after the changes. */
    public void add(UUID unit, UnitPlacement placement) {
        changed.put(unit, placement);
    }

    @Override
    public InheritedFacts apply(UUID unit) {
        InheritedFacts facts = known.get(unit);
        if (facts == null) {
            facts = UnitPlacement.facts(unit, this::findPlacement);
            known.put(unit, facts);
        }
        return facts;
    }

    private Optional<UnitPlacement> findPlacement(UUID unit) {
        return Optional.ofNullable(changed.get(unit))
                .or(() -> Optional.ofNullable(session.find(EntryEntity.class, unit))
                        .map(this::placement));
    }

    private UnitPlacement placement(EntryEntity entry) {
        String document = entry.document;
        return document == null
                ? new UnitPlacement(entry.parentUnit, null, null)
                : placement(families.get(entry.family), document);
    }

    private static <C extends Record> UnitPlacement placement(ContentFamily<C> family, String document) {
        return family.unitPlacement(ContentJson.read(document, family.contentType()));
    }
}

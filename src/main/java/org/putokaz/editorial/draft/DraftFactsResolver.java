package org.putokaz.editorial.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.InheritedFacts;
import org.putokaz.live.family.UnitPlacement;
import org.putokaz.live.read.LiveEntryRepository;

/**
 * Resolver of the facts that drafts take from their units, which are looked at in their newest drafts, or in their published
 * state where there is no draft. The store computes them again from what is published when it publishes.
 */
@ApplicationScoped
class DraftFactsResolver implements Function<UUID, InheritedFacts> {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final ContentFamilyRegistry families;

    @Inject
    DraftFactsResolver(EditorialEntryRepository entries, LiveEntryRepository live, ContentFamilyRegistry families) {
        this.entries = entries;
        this.live = live;
        this.families = families;
    }

    @Override
    public InheritedFacts apply(UUID unit) {
        return UnitPlacement.facts(unit, this::findPlacement);
    }

    /** Whether the unit is a shelter that is not marked as confidential. */
    boolean isUnmarkedShelter(UUID unit) {
        return findInUnit(unit, DraftFactsResolver::isUnmarkedShelter).orElse(false);
    }

    /** The placement of a unit; empty for an unknown one. */
    Optional<UnitPlacement> findPlacement(UUID unit) {
        return findInUnit(unit, DraftFactsResolver::placement);
    }

    /** What is read in the newest draft of a unit, or in its published document where there is no draft. */
    private <T> Optional<T> findInUnit(UUID unit, BiFunction<ContentFamily<?>, String, T> reading) {
        Optional<T> drafted = entries.find(unit)
                .map(entry -> reading.apply(
                        families.get(entry.family),
                        entries.newestRevision(entry).content().toString()));
        return drafted.isPresent()
                ? drafted
                : live.find(unit)
                        .filter(entry -> entry.document() != null)
                        .map(entry -> reading.apply(families.get(entry.family()), String.valueOf(entry.document())));
    }

    private static <C extends Record> boolean isUnmarkedShelter(ContentFamily<C> family, String document) {
        return family.isUnmarkedShelter(ContentJson.read(document, family.contentType()));
    }

    private static <C extends Record> UnitPlacement placement(ContentFamily<C> family, String document) {
        return family.unitPlacement(ContentJson.read(document, family.contentType()));
    }
}

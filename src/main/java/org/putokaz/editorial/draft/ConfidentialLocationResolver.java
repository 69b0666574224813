package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.LiveStoreQueries;

/**
 * Resolver of the entries that belong to a confidential location. A unit is confidential when it, or a unit above it, is so in
 * its published state or in its newest draft; what describes a confidential unit belongs to it.
 */
@ApplicationScoped
public class ConfidentialLocationResolver {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final LiveStoreQueries store;
    private final ContentFamilyRegistry families;

    @Inject
    ConfidentialLocationResolver(
            EditorialEntryRepository entries,
            LiveEntryRepository live,
            LiveStoreQueries store,
            ContentFamilyRegistry families) {
        this.entries = entries;
        this.live = live;
        this.store = store;
        this.families = families;
    }

    /**
     * State of an entry, as far as confidential locations depend on it.
     *
     * @param confidential whether it is a unit that is marked so itself
     * @param described the unit above, or the entries that it describes
     */
    public record LocationState(boolean confidential, Set<UUID> described) {}

    /** The state of an entry with this content. */
    public LocationState stateOf(String family, UUID id, JsonNode content) {
        return stateOf(families.get(family), id, content);
    }

    private static <C extends Record> LocationState stateOf(ContentFamily<C> family, UUID id, JsonNode content) {
        C parsed = ContentJson.read(content, family.contentType());
        return new LocationState(family.locationPrivacy(id, parsed).confidential(), family.describedEntries(parsed));
    }

    /**
     * Whether any of the entries belongs to a confidential location. Drafts may contain a cycle.
     *
     * @param planned states of entries that are about to be published, beside the published one and the newest draft
     */
    public boolean isConfidential(Collection<UUID> ids, Map<UUID, LocationState> planned) {
        Deque<UUID> pending = new ArrayDeque<>(ids);
        Set<UUID> visited = new HashSet<>();
        while (!pending.isEmpty()) {
            UUID next = pending.remove();
            if (visited.add(next)) {
                List<LocationState> states = statesOf(next, planned);
                if (states.stream().anyMatch(LocationState::confidential)) {
                    return true;
                }
                states.forEach(state -> pending.addAll(state.described()));
            }
        }
        return false;
    }

    /** JSON pointers, in a content, of the parts of it that describe a confidential location. */
    public List<String> findConfidentialParts(String family, JsonNode content, Map<UUID, LocationState> planned) {
        return describedInParts(families.get(family), content).entrySet().stream()
                .filter(part -> isConfidential(part.getValue(), planned))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <C extends Record> Map<String, Set<UUID>> describedInParts(
            ContentFamily<C> family, JsonNode content) {
        return family.entriesDescribedInParts(ContentJson.read(content, family.contentType()));
    }

    /** Whether a unit that is directly part of this one is confidential. */
    public boolean hasConfidentialPart(UUID unit, Map<UUID, LocationState> planned) {
        Set<UUID> parts = new TreeSet<>(live.findPartsOf(unit));
        parts.addAll(entries.findReferencingIds(unit));
        parts.addAll(planned.keySet());
        return parts.stream()
                .filter(part -> isUnit(part) && isPartOf(unit, part, planned))
                .anyMatch(part -> isConfidential(Set.of(part), planned));
    }

    /** Whether the institution has a confidential location, published or withdrawn. */
    public boolean hasConfidentialLocation() {
        return store.hasConfidentialLocation();
    }

    private boolean isUnit(UUID id) {
        return entries.find(id)
                .map(entry -> entry.family)
                .or(() -> live.find(id).map(LiveEntry::family))
                .filter(family -> families.get(family).holdsUnits())
                .isPresent();
    }

    private boolean isPartOf(UUID unit, UUID part, Map<UUID, LocationState> planned) {
        return statesOf(part, planned).stream()
                .anyMatch(state -> state.described().contains(unit));
    }

    private List<LocationState> statesOf(UUID id, Map<UUID, LocationState> planned) {
        List<LocationState> states = new ArrayList<>();
        // The row of a withdrawn unit still says where it was, and that it is confidential.
        live.findLocationPrivacy(id)
                .map(privacy -> new LocationState(
                        privacy.confidential(), privacy.parentUnit() == null ? Set.of() : Set.of(privacy.parentUnit())))
                .ifPresent(states::add);
        live.find(id)
                .filter(LiveEntry::live)
                .map(entry -> stateOf(entry.family(), id, live.authoredContent(id)))
                .ifPresent(states::add);
        entries.find(id)
                .map(entry ->
                        stateOf(entry.family, id, entries.newestRevision(entry).content()))
                .ifPresent(states::add);
        if (planned.containsKey(id)) {
            states.add(planned.get(id));
        }
        return states;
    }
}

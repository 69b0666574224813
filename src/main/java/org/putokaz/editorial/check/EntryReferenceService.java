package org.putokaz.editorial.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.ReferencePointers;
import org.putokaz.live.read.PublishedReferenceRepository;
import org.putokaz.live.read.PublishedReferenceRepository.PublishedReference;

/** Queries of the entries that refer to one, in what is published and in the newest drafts. */
@ApplicationScoped
public class EntryReferenceService {

    private static final int MAX_REFERENCES = 1000;
    private static final String CONTENT = "/content";

    private final EditorialEntryRepository entries;
    private final PublishedReferenceRepository published;

    @Inject
    EntryReferenceService(EditorialEntryRepository entries, PublishedReferenceRepository published) {
        this.entries = entries;
        this.published = published;
    }

    /** The entries that refer to this one, by family; at most a thousand. */
    @Transactional
    public List<ReferenceView> find(UUID id) {
        Map<UUID, List<String>> pointersById = new LinkedHashMap<>();
        for (PublishedReference reference : published.findReferences(id)) {
            pointersById
                    .computeIfAbsent(reference.from(), none -> new ArrayList<>())
                    .add(CONTENT + reference.pointer());
        }
        Map<UUID, ReferenceView> found = new LinkedHashMap<>();
        for (EditorialEntry entry : entries.findReferencing(id, MAX_REFERENCES)) {
            found.put(entry.id, view(entry, pointersById.containsKey(entry.id), draftPointers(entry, id)));
        }
        pointersById.forEach((from, pointers) ->
                entries.find(from).ifPresent(entry -> found.putIfAbsent(from, view(entry, true, null, pointers))));
        return found.values().stream()
                .sorted(Comparator.comparing(ReferenceView::family).thenComparing(ReferenceView::entry))
                .limit(MAX_REFERENCES)
                .toList();
    }

    private List<String> draftPointers(EditorialEntry entry, UUID id) {
        return ReferencePointers.find(entries.newestRevision(entry).content(), id).stream()
                .map(pointer -> CONTENT + pointer)
                .toList();
    }

    private static ReferenceView view(EditorialEntry entry, boolean isPublished, List<String> draftPointers) {
        return view(entry, isPublished, draftPointers, draftPointers);
    }

    private static ReferenceView view(
            EditorialEntry entry, boolean isPublished, @Nullable List<String> draftPointers, List<String> pointers) {
        return new ReferenceView(
                entry.id, entry.family, entry.slug, entry.name, isPublished, draftPointers != null, pointers);
    }
}

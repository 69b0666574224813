package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Allocator of ids and slugs of the parts of a draft, such as the services of a unit. A part without a slug keeps that of the part
 * of its id in the revision before, else it gets one that is derived from its name. A part without an id keeps that of the part
 * of its slug in the revision before, else it gets a new one, so that saving the same text twice changes nothing. A part without
 * a slug and a name stays as it is.
 */
@ApplicationScoped
class DraftPartAllocator {

    private static final String ID = "id";
    private static final String SLUG = "slug";

    private final DraftNameResolver names;

    @Inject
    DraftPartAllocator(DraftNameResolver names) {
        this.names = names;
    }

    /**
     * The content with ids and slugs.
     *
     * @param list name of the list of parts; null where the family has none
     * @param previous the content of the revision before; null for the first one
     * @param newIds ids that no part has
     */
    JsonNode allocate(JsonNode content, @Nullable String list, @Nullable JsonNode previous, Supplier<UUID> newIds) {
        if (list == null || isComplete(content.path(list))) {
            return content;
        }
        Known known = Known.of(content.path(list), previous == null ? content.path("") : previous.path(list));
        ObjectNode complete = content.deepCopy();
        IntStream.range(0, content.path(list).size())
                .forEach(i -> complete.withArray(list)
                        .set(i, complete(content.path(list).get(i), known, newIds)));
        return complete;
    }

    private static boolean isComplete(JsonNode parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(parts::get)
                .allMatch(part -> part.hasNonNull(ID) && part.hasNonNull(SLUG));
    }

    private JsonNode complete(JsonNode part, Known known, Supplier<UUID> newIds) {
        String slug = part.hasNonNull(SLUG) ? part.get(SLUG).asText() : known.slug(part.path(ID), nameOf(part));
        if (slug == null) {
            return part;
        }
        String id = part.hasNonNull(ID) ? part.get(ID).asText() : known.id(slug, newIds);
        ObjectNode complete = JsonNodeFactory.instance.objectNode().put(ID, id).put(SLUG, slug);
        part.properties().forEach(member -> complete.putIfAbsent(member.getKey(), member.getValue()));
        return complete;
    }

    private String nameOf(JsonNode part) {
        String name = names.resolve(part);
        return name == null ? "" : SearchFolding.toSlug(name);
    }

    /**
     * Ids and slugs that are taken in the draft, and those of the revision before.
     *
     * @param taken grows with what is allocated
     */
    private record Known(Set<String> taken, Map<String, String> slugById, Map<String, String> idBySlug) {

        static Known of(JsonNode parts, JsonNode previous) {
            Set<String> taken = new HashSet<>();
            parts.forEach(part -> {
                taken.add(part.path(ID).asText());
                taken.add(part.path(SLUG).asText());
            });
            Known known = new Known(taken, new HashMap<>(), new HashMap<>());
            previous.forEach(part -> {
                known.slugById.put(part.path(ID).asText(), part.path(SLUG).asText());
                known.idBySlug.put(part.path(SLUG).asText(), part.path(ID).asText());
            });
            return known;
        }

        @Nullable
        String slug(JsonNode id, String derived) {
            String kept = slugById.getOrDefault(id.asText(), "");
            if (!kept.isEmpty() && taken.add(kept)) {
                return kept;
            }
            return derived.isEmpty()
                    ? null
                    : IntStream.iterate(1, number -> number + 1)
                            .mapToObj(number -> number == 1 ? derived : derived + "-" + number)
                            .filter(taken::add)
                            .findFirst()
                            .orElseThrow();
        }

        String id(String slug, Supplier<UUID> newIds) {
            String kept = idBySlug.getOrDefault(slug, "");
            return !kept.isEmpty() && taken.add(kept) ? kept : newIds.get().toString();
        }
    }
}

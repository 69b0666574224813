package org.putokaz.live.family;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Registry of all content families by name. */
@Singleton
public class ContentFamilyRegistry {

    private final Map<String, ContentFamily<?>> byName = new TreeMap<>();

    @Inject
    public ContentFamilyRegistry(@All List<ContentFamily<?>> families) {
        families.forEach(family -> byName.put(family.name(), family));
    }

    /** All families, sorted by name. */
    public Collection<ContentFamily<?>> all() {
        return byName.values();
    }

    /** @throws IllegalArgumentException when there is no such family */
    public ContentFamily<?> get(String name) {
        ContentFamily<?> family = byName.get(name);
        if (family == null) {
            throw new IllegalArgumentException("There is no family " + name);
        }
        return family;
    }
}

package org.putokaz.live;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The families there are, by name. */
@Singleton
public class Families {

    private final Map<String, Family<?>> byName = new TreeMap<>();

    @Inject
    public Families(@All List<Family<?>> families) {
        families.forEach(family -> byName.put(family.name(), family));
    }

    public Collection<Family<?>> all() {
        return byName.values();
    }

    public Family<?> named(String name) {
        Family<?> family = byName.get(name);
        if (family == null) {
            throw new IllegalArgumentException("There is no family " + name);
        }
        return family;
    }
}

package org.putokaz.live.family;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Replacement of references in lists of ids. */
public final class References {

    private References() {}

    /** Each replacement once, in the order of the ids; without those that have none. */
    public static List<UUID> replaceAll(List<UUID> ids, Function<UUID, @Nullable UUID> replacement) {
        Set<UUID> replaced = new LinkedHashSet<>();
        for (UUID id : ids) {
            UUID other = replacement.apply(id);
            if (other != null) {
                replaced.add(other);
            }
        }
        return new ArrayList<>(replaced);
    }
}

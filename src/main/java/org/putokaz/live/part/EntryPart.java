package org.putokaz.live.part;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Part of an entry. Its id and its slug (unique within the entry) stay its own for ever, like those of an entry. */
public interface EntryPart {

    @Nullable
    UUID id();

    @Nullable
    String slug();

    /** Ids of the contact channels that it names. */
    List<UUID> namedChannels();

    /** The channels that it names, without those that are not available. */
    default List<UUID> channelsWithout(Set<UUID> unavailable) {
        return namedChannels().stream()
                .filter(channel -> !unavailable.contains(channel))
                .toList();
    }

    /** Index of the part with this id; empty when there is none. */
    static OptionalInt indexOf(UUID id, List<? extends EntryPart> parts) {
        return IntStream.range(0, parts.size())
                .filter(index -> id.equals(parts.get(index).id()))
                .findFirst();
    }
}

package org.putokaz.live.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;

/**
 * Contact channels that the parts of an entry name.
 *
 * @param list JSON pointer of the list of parts
 * @param member name of the list of channels in a part
 */
public record PartChannels(String list, String member) {

    private static final String CHANNELS = "contact-channels";

    /** Name of the list of parts. */
    public String parts() {
        return list.substring(1);
    }

    /** JSON pointer of the channels of a part. */
    public String pointer(int part) {
        return list + "/" + part + "/" + member;
    }

    /** The references of all parts, in their order. */
    public List<IndexedFields.Reference> references(String role, List<? extends EntryPart> parts) {
        List<IndexedFields.Reference> references = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<UUID> channels = parts.get(i).namedChannels();
            for (int j = 0; j < channels.size(); j++) {
                references.add(new IndexedFields.Reference(role, CHANNELS, channels.get(j), pointer(i) + "/" + j));
            }
        }
        return references;
    }

    /** All channels that any of the parts names. */
    public static Set<UUID> all(List<? extends EntryPart> parts) {
        return parts.stream().flatMap(part -> part.namedChannels().stream()).collect(Collectors.toSet());
    }

    /**
     * The channels that each of the parts names.
     *
     * @return by JSON pointer of the part
     */
    public Map<String, Set<UUID>> byPart(List<? extends EntryPart> parts) {
        Map<String, Set<UUID>> channels = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            channels.put(list + "/" + i, Set.copyOf(parts.get(i).namedChannels()));
        }
        return channels;
    }

    /**
     * Adds the parts that name no channel any more, because all were left out.
     *
     * @param published the same parts in the same order as clients get them
     * @param code of what is added
     */
    public void findLosses(
            List<? extends EntryPart> authored,
            List<? extends EntryPart> published,
            String code,
            ContentViolations losses) {
        for (int i = 0; i < authored.size(); i++) {
            boolean had = !authored.get(i).namedChannels().isEmpty();
            if (had && published.get(i).namedChannels().isEmpty()) {
                losses.add(pointer(i), code);
            }
        }
    }
}

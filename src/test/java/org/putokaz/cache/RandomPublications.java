package org.putokaz.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;

/** Pseudo-random sequence of publications, renames and withdrawals in all families, determined by a seed. */
final class RandomPublications {

    private static final List<String> FAMILIES =
            List.of(ScratchEntries.UNITS, ScratchEntries.EVENTS, ScratchEntries.CHANNELS, ScratchEntries.GUIDES);
    private static final int MAX_LIVE = 24;

    private final ScratchEntries scratch;
    private final Random random;
    private final Map<UUID, String> familyOf = new LinkedHashMap<>();
    private final Map<UUID, String> slugOf = new LinkedHashMap<>();
    private final List<String> addresses = new ArrayList<>();

    RandomPublications(ScratchEntries scratch, long seed) {
        this.scratch = scratch;
        this.random = new Random(seed);
    }

    /** URIs of all entries so far, including former slugs. */
    List<String> addresses() {
        return addresses;
    }

    void next() {
        if (slugOf.size() >= MAX_LIVE || !slugOf.isEmpty() && random.nextInt(6) == 0) {
            withdraw(randomEntry());
        } else if (slugOf.isEmpty() || random.nextInt(3) == 0) {
            publish(
                    Publishing.newId(),
                    FAMILIES.get(random.nextInt(FAMILIES.size())),
                    ScratchEntries.slug("nasumicno"));
        } else {
            UUID id = randomEntry();
            String slug = random.nextInt(4) == 0 ? ScratchEntries.slug("preimenovano") : slugOf.get(id);
            publish(id, familyOf.get(id), slug);
        }
    }

    private UUID randomEntry() {
        return List.copyOf(slugOf.keySet()).get(random.nextInt(slugOf.size()));
    }

    private void publish(UUID id, String family, String slug) {
        String title = "'title': {'sr-Cyrl': 'Наслов " + random.nextInt(1000) + "'"
                + (random.nextBoolean() ? ", 'en': 'Title " + random.nextInt(1000) + "'" : "") + "}";
        String content = switch (family) {
            case ScratchEntries.UNITS ->
                ScratchEntries.unit("'sortOrder': " + random.nextInt(5), title.replace("title", "shortName"));
            case ScratchEntries.EVENTS -> ScratchEntries.event("'sortOrder': " + random.nextInt(5), title, units());
            case ScratchEntries.CHANNELS -> channel(title);
            default ->
                ScratchEntries.guide(
                        ScratchEntries.step(stepOf(id), "korak-" + random.nextInt(2)), title, "'sortOrder': 1");
        };
        scratch.publish(family, id, slug, content);
        familyOf.put(id, family);
        if (!slug.equals(slugOf.put(id, slug))) {
            addresses.add("/api/v1/" + family + "/" + slug);
        }
    }

    private static UUID stepOf(UUID guide) {
        return new UUID(guide.getMostSignificantBits(), guide.getLeastSignificantBits() ^ 1);
    }

    private String units() {
        return "'units': ["
                + familyOf.entrySet().stream()
                        .filter(entry ->
                                entry.getValue().equals(ScratchEntries.UNITS) && slugOf.containsKey(entry.getKey()))
                        .findFirst()
                        .map(entry -> "'" + entry.getKey() + "'")
                        .orElse("")
                + "]";
    }

    private String channel(String title) {
        return ScratchEntries.channel(
                UUID.fromString(Center.CENTER),
                "phone",
                "011 123 4" + (100 + random.nextInt(900)),
                "'rank': " + random.nextInt(5),
                title.replace("title", "description"));
    }

    private void withdraw(UUID id) {
        boolean mayBeReferenced = familyOf.get(id).equals(ScratchEntries.UNITS);
        if (mayBeReferenced) {
            // Published again instead, since other entries may still refer to it.
            publish(id, ScratchEntries.UNITS, slugOf.get(id));
        } else {
            scratch.withdraw(id, WithdrawalReason.WITHDRAWN);
            slugOf.remove(id);
        }
    }
}

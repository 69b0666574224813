package org.putokaz.editorial.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.PublishedReferenceRepository;
import org.putokaz.live.read.PublishedReferenceRepository.PublishedReference;
import org.putokaz.problem.Violation;

/**
 * Finder of the channels that end when the dissolution of a unit is published, and of the entries that name a channel which
 * gets an end.
 */
@ApplicationScoped
public class EndingImpact {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final PublishedReferenceRepository references;
    private final ContentFamilyRegistry families;

    @Inject
    EndingImpact(
            EditorialEntryRepository entries,
            LiveEntryRepository live,
            PublishedReferenceRepository references,
            ContentFamilyRegistry families) {
        this.entries = entries;
        this.live = live;
        this.references = references;
        this.families = families;
    }

    /** The consequences of publishing a revision; none where the end is the one that is published already. */
    public List<Impact> find(EditorialEntry entry, int revision) {
        return find(families.get(entry.family), entry, revision);
    }

    private <C extends Record> List<Impact> find(ContentFamily<C> family, EditorialEntry entry, int revision) {
        C content = ContentJson.read(entries.revision(entry, revision).content(), family.contentType());
        LocalDate end = end(family, content);
        LocalDate before = live.find(entry.id)
                .map(LiveEntry::document)
                .map(document -> end(family, ContentJson.read(document, family.contentType())))
                .orElse(null);
        if (end == null || Objects.equals(end, before)) {
            return List.of();
        }
        List<Impact> impacts = new ArrayList<>();
        if (family.holdsUnits()) {
            for (UUID channel : references.findChannelsBelow(entry.id)) {
                live.find(channel).ifPresent(ending -> impacts.add(impact(ending, "", "channel-ends", end)));
                impacts.addAll(naming(channel, end));
            }
        } else {
            impacts.addAll(naming(entry.id, end));
        }
        // Services of a unit name its own channels, which end with it.
        impacts.removeIf(found -> entry.id.equals(found.entry()));
        return impacts;
    }

    private static <C extends Record> @Nullable LocalDate end(ContentFamily<C> family, C content) {
        return family.holdsUnits()
                ? family.unitPlacement(content).dissolved()
                : family.availability(content).until();
    }

    private List<Impact> naming(UUID channel, LocalDate end) {
        List<Impact> impacts = new ArrayList<>();
        for (PublishedReference reference : references.findReferences(channel)) {
            live.find(reference.from())
                    .ifPresent(naming ->
                            impacts.add(impact(naming, "/content" + reference.pointer(), "named-channel-ends", end)));
        }
        return impacts;
    }

    private static Impact impact(LiveEntry other, String pointer, String code, LocalDate end) {
        return new Impact(other.id(), Violation.at(pointer, code, other.family() + "/" + other.slug(), end));
    }
}

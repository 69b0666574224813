package org.putokaz.editorial.publish;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.draft.ConfidentialLocationResolver;
import org.putokaz.editorial.draft.ConfidentialLocationResolver.LocationState;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.proofread.ContentText;
import org.putokaz.editorial.proofread.ContentTextFinder;
import org.putokaz.editorial.proofread.LocatedFinding;
import org.putokaz.editorial.proofread.MarkdownFieldFinder;
import org.putokaz.lint.Finding;
import org.putokaz.lint.Severity;
import org.putokaz.lint.TextKind;
import org.putokaz.lint.place.PlaceDetector;
import org.putokaz.lint.place.ShelterWords;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.locale.LanguagePolicy;

/**
 * Check of the texts about a confidential location for what leads to the place (decision 39). They are the texts of a
 * confidential unit and of everything below it, of the channels of the unit above it, of events that name it, of guides of
 * which a step names a channel of it, and of services that name one; with each its slug and the public note on the change. Of any other entry those texts are
 * searched, and the note, that tell of a shelter.
 */
@ApplicationScoped
class ConfidentialProseChecker {

    private static final String CONTENT = "/content";
    private static final String CHANNEL_VALUE = CONTENT + "/value";
    private static final String SLUG = "slug";
    private static final String NOTE = "/note";
    private static final Pattern NUMBERED = Pattern.compile("(.+)-[0-9]{1,4}");

    private final EditorialEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final ConfidentialLocationResolver locations;
    private final LanguagePolicy languages;
    private final EditorialConfig config;
    private final PlaceDetector detector = new PlaceDetector();

    @Inject
    ConfidentialProseChecker(
            EditorialEntryRepository entries,
            ContentFamilyRegistry families,
            ConfidentialLocationResolver locations,
            LanguagePolicy languages,
            EditorialConfig config) {
        this.entries = entries;
        this.families = families;
        this.locations = locations;
        this.languages = languages;
        this.config = config;
    }

    /** Relation of an entry to a confidential location. */
    private enum Relation {
        NONE,
        /** Another entry, whose note is about a shelter, or some of its texts. */
        MENTION,
        /** A channel of the unit above. */
        BESIDE,
        PART_OR_ABOUT
    }

    /** Steps of one publication, any of which may make a unit confidential; their contents are read when first needed. */
    final class Publication {

        private final List<PublicationStep> steps;
        private @Nullable Map<UUID, LocationState> planned;

        private Publication(List<PublicationStep> steps) {
            this.steps = steps;
        }

        private Map<UUID, LocationState> planned() {
            Map<UUID, LocationState> states = planned;
            if (states == null) {
                states = plannedStates(steps);
                planned = states;
            }
            return states;
        }
    }

    /** The steps that are published together. */
    Publication publicationOf(List<PublicationStep> steps) {
        return new Publication(steps);
    }

    /** The findings in what a step of the publication would publish; for a withdrawal in its public note. */
    List<LocatedFinding> check(PublicationStep step, Publication publication) {
        EditorialEntry entry = entries.find(step.entry()).orElse(null);
        if (entry == null) {
            return List.of();
        }
        List<ContentText> texts = textsOf(step, entry);
        List<LocatedFinding> found = texts.stream()
                .flatMap(text -> detect(text).stream().map(finding -> new LocatedFinding(text.pointer(), finding)))
                .toList();
        // Only now, as most texts hold nothing of the kind and the relation takes queries.
        if (found.isEmpty()) {
            return List.of();
        }
        Relation ofEntry = relationOf(step, entry, publication.planned());
        Set<String> mentioning = ofEntry == Relation.MENTION ? mentioning(texts, step, publication) : Set.of();
        List<String> parts = partsAbout(step, entry, publication.planned());
        List<LocatedFinding> reported = new ArrayList<>();
        for (LocatedFinding one : found) {
            Relation relation = isWithin(one, parts) ? Relation.PART_OR_ABOUT : ofEntry;
            if (relation != Relation.NONE && (relation != Relation.MENTION || mentioning.contains(one.pointer()))) {
                reported.add(withLevel(one, relation));
            }
        }
        return reported;
    }

    private static boolean isWithin(LocatedFinding found, List<String> parts) {
        return parts.stream().anyMatch(part -> found.pointer().startsWith(part + "/"));
    }

    /** Pointers of the parts that are about a confidential location, such as a service that names a channel of it. */
    private List<String> partsAbout(PublicationStep step, EditorialEntry entry, Map<UUID, LocationState> planned) {
        Revision revision = revisionToPublish(step, entry);
        return revision == null
                ? List.of()
                : locations.findConfidentialParts(entry.family, revision.content(), planned).stream()
                        .map(part -> CONTENT + part)
                        .toList();
    }

    /** Pointers to the texts that tell of a shelter in any language; to those of the note also where what replaces the entry is one. */
    private Set<String> mentioning(List<ContentText> texts, PublicationStep step, Publication publication) {
        boolean note = isReplacedByConfidential(step, publication.planned());
        Set<String> fields = texts.stream()
                .filter(text -> ShelterWords.occurIn(text.text()))
                .map(ContentText::fieldPointer)
                .collect(Collectors.toSet());
        return texts.stream()
                .filter(text -> fields.contains(text.fieldPointer())
                        || note && text.pointer().startsWith(NOTE + "/"))
                .map(ContentText::pointer)
                .collect(Collectors.toSet());
    }

    private List<Finding> detect(ContentText text) {
        return text.field().equals(SLUG)
                ? detector.detectInSlug(text.text(), text.label())
                : detector.detect(text.kind(), text.text(), text.label());
    }

    private List<ContentText> textsOf(PublicationStep step, EditorialEntry entry) {
        List<ContentText> texts = new ArrayList<>();
        if (step.note() != null) {
            texts.addAll(ContentTextFinder.find(ContentJson.tree(step.note()), NOTE, languages, Set.of()));
        }
        Revision revision = revisionToPublish(step, entry);
        if (revision != null) {
            ContentFamily<?> family = families.get(entry.family);
            JsonNode content = revision.content();
            if (revision.slug != null) {
                texts.add(new ContentText("/" + SLUG, null, SLUG, TextKind.LINE, withoutNumber(entry, revision.slug)));
            }
            texts.addAll(
                    ContentTextFinder.find(content, CONTENT, languages, MarkdownFieldFinder.find(family, content)));
        }
        return texts;
    }

    /** A slug without the number that it got because another entry has the same name: no house number. */
    private String withoutNumber(EditorialEntry entry, String slug) {
        Matcher numbered = NUMBERED.matcher(slug);
        return numbered.matches() && entries.isSlugTaken(entry, numbered.group(1)) ? numbered.group(1) : slug;
    }

    private @Nullable Revision revisionToPublish(PublicationStep step, EditorialEntry entry) {
        return step.action() == PublicationStep.Action.PUBLISH
                ? entries.revision(entry, step.revisionOrNewest(entry))
                : null;
    }

    private Map<UUID, LocationState> plannedStates(List<PublicationStep> together) {
        Map<UUID, LocationState> planned = new HashMap<>();
        for (PublicationStep step : together) {
            entries.find(step.entry()).ifPresent(entry -> {
                Revision revision = revisionToPublish(step, entry);
                if (revision != null) {
                    planned.put(entry.id, locations.stateOf(entry.family, entry.id, revision.content()));
                }
            });
        }
        return planned;
    }

    private Relation relationOf(PublicationStep step, EditorialEntry entry, Map<UUID, LocationState> planned) {
        if (locations.isConfidential(Set.of(entry.id), planned)) {
            return Relation.PART_OR_ABOUT;
        }
        Revision published =
                Objects.requireNonNullElseGet(revisionToPublish(step, entry), () -> entries.newestRevision(entry));
        UUID unit = unitOfChannel(families.get(entry.family), published.content());
        if (unit != null && locations.hasConfidentialPart(unit, planned)) {
            return Relation.BESIDE;
        }
        return locations.hasConfidentialLocation() || isReplacedByConfidential(step, planned)
                ? Relation.MENTION
                : Relation.NONE;
    }

    private boolean isReplacedByConfidential(PublicationStep step, Map<UUID, LocationState> planned) {
        UUID replacement = step.replacedBy();
        return replacement != null && locations.isConfidential(Set.of(replacement), planned);
    }

    /** Null for an entry of another family. */
    private static <C extends Record> @Nullable UUID unitOfChannel(ContentFamily<C> family, JsonNode content) {
        return family.inheritsFrom(ContentJson.read(content, family.contentType()));
    }

    /**
     * The value of a channel of the unit above stays a warning: it is meant to be public, and a number that people in danger
     * need must not be kept from them. So do a name with a number, which may be anything, and the texts of another entry.
     */
    private LocatedFinding withLevel(LocatedFinding located, Relation relation) {
        boolean refused = config.confidentialProse() == EditorialConfig.ConfidentialProse.ERROR
                && relation != Relation.MENTION
                && !PlaceDetector.isDoubtful(located.finding())
                && !(relation == Relation.BESIDE && located.pointer().equals(CHANNEL_VALUE));
        return refused ? new LocatedFinding(located.pointer(), located.finding().withLevel(Severity.ERROR)) : located;
    }
}

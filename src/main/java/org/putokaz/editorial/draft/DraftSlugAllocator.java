package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Allocator of slugs: the one requested, else the one that the entry has, else a free one derived from its name, which follows
 * the name until it is published. Of the
 * entries of one name the first gets the name alone, the next one the name and the slug of its unit, and the others a number
 * after that; where there are too many, a part of the id.
 */
@ApplicationScoped
class DraftSlugAllocator {

    /** The largest number after a name. */
    static final int MAX_NUMBER = 1000;

    /** Room for a hyphen and the largest number or a part of the id. */
    private static final int MAX_STEM_LENGTH = 90;

    private static final int ID_DIGITS = 8;

    /** The fields that hold the unit of an entry, or the unit above. */
    private static final List<String> UNIT_FIELDS = List.of("unit", "parent");

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final LanguagePolicy languages;
    private final DraftNameResolver names;
    private final ConfidentialLocationResolver confidentialLocations;

    @Inject
    DraftSlugAllocator(
            EditorialEntryRepository entries,
            LiveEntryRepository live,
            LanguagePolicy languages,
            DraftNameResolver names,
            ConfidentialLocationResolver confidentialLocations) {
        this.entries = entries;
        this.live = live;
        this.languages = languages;
        this.names = names;
        this.confidentialLocations = confidentialLocations;
    }

    /**
     * Slug of the next revision.
     *
     * @param slug null when none is requested and none can be derived, because the name has no letter or digit of the Latin or
     *     Cyrillic alphabet
     * @param derived whether it is one that nobody requested
     */
    record Allocation(@Nullable String slug, boolean derived) {}

    /**
     * Allocates the slug of the next revision. One that is derived follows the name until it is published.
     *
     * @throws org.putokaz.problem.ProblemException 422 when the requested one is malformed, 409 when it is, or was, the
     *     slug of another entry, or was removed for a person's safety
     */
    Allocation allocate(EditorialEntry entry, @Nullable String requested, JsonNode content, SlugDerivation derivation) {
        if (requested != null) {
            requireFree(entry, requested);
            return new Allocation(requested, entry.slugDerived && requested.equals(entry.slug));
        }
        if (entry.slug != null && !followsName(entry, content)) {
            return new Allocation(entry.slug, entry.slugDerived);
        }
        return new Allocation(
                derivation == SlugDerivation.UNIQUE ? deriveUnique(content) : derive(entry, content), true);
    }

    private boolean followsName(EditorialEntry entry, JsonNode content) {
        return entry.slugDerived
                && entry.liveRevision == null
                && !base(content).isEmpty()
                && !Objects.equals(entry.name, names.resolve(content));
    }

    private void requireFree(EditorialEntry entry, String requested) {
        List<Violation> violations = findViolations(requested);
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(violations);
        }
        if (!requested.equals(entry.slug) && isTaken(entry, requested)) {
            throw ProblemType.CONFLICT.with(Violation.at("/slug", "slug-taken", requested));
        }
    }

    private @Nullable String deriveUnique(JsonNode content) {
        String base = base(content);
        return base.isEmpty() ? null : withPartOf(UUID.randomUUID(), base);
    }

    private List<Violation> findViolations(String slug) {
        ContentViolations violations = new ContentViolations(languages);
        SlugFormat.check("/slug", slug, violations);
        return violations.violations();
    }

    private boolean isFree(EditorialEntry entry, String slug) {
        return findViolations(slug).isEmpty() && !isTaken(entry, slug);
    }

    private boolean isTaken(EditorialEntry entry, String slug) {
        return entries.isSlugTaken(entry, slug)
                || live.isSlugRedacted(entry.family, slug)
                || live.findSlugOwner(entry.family, slug)
                        .filter(owner -> !owner.equals(entry.id))
                        .isPresent();
    }

    private String base(JsonNode content) {
        String name = names.resolve(content);
        return name == null ? "" : SearchFolding.toSlug(name);
    }

    private @Nullable String derive(EditorialEntry entry, JsonNode content) {
        String base = base(content);
        if (base.isEmpty() || isFree(entry, base)) {
            return base.isEmpty() ? null : base;
        }
        String stem = unitSlug(content)
                .map(unit -> base + "-" + unit)
                .filter(joined -> joined.length() <= MAX_STEM_LENGTH)
                .orElse(base);
        if (isFree(entry, stem)) {
            return stem;
        }
        Set<String> taken = entries.findSlugs(entry.family, stem + "-");
        return IntStream.rangeClosed(2, MAX_NUMBER)
                .mapToObj(number -> stem + "-" + number)
                .filter(slug -> !taken.contains(slug) && isFree(entry, slug))
                .findFirst()
                .orElseGet(() -> withPartOf(entry.id, stem));
    }

    /** The last digits of an id are random, also those of a version 7. */
    private static String withPartOf(UUID id, String stem) {
        String digits = id.toString().replace("-", "");
        return stem + "-" + digits.substring(digits.length() - ID_DIGITS);
    }

    /**
     * The slug of the unit that the content names. None of a draft, which may still change, and none of a confidential
     * location, which a slug can name: it would outlive the removal of the unit's slug for somebody's safety.
     */
    private Optional<String> unitSlug(JsonNode content) {
        return UNIT_FIELDS.stream()
                .map(field -> content.path(field).asText())
                .filter(QueryParameterParser::isId)
                .map(UUID::fromString)
                .findFirst()
                .filter(unit -> !confidentialLocations.isConfidential(Set.of(unit), Map.of()))
                .flatMap(live::find)
                .filter(LiveEntry::live)
                .map(LiveEntry::slug);
    }
}

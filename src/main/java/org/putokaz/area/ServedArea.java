package org.putokaz.area;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.LocalisedText;

/**
 * Area that a unit or channel serves, as editors write it: the code of an area, or the name of one that has no code.
 *
 * @param scheme the list that the code is from; null for an area without a code
 * @param name only of an area without a code, otherwise it is known from the code
 */
public record ServedArea(
        @Nullable AreaScheme scheme,
        @Nullable String code,
        @Nullable LocalisedText name) {

    /** The code; null for an area that has none, or that is incomplete. */
    @Nullable
    AreaCode areaCode() {
        return scheme == null || code == null ? null : new AreaCode(scheme, code);
    }

    /** The areas with the languages that are derived from the authoritative one. */
    public static List<ServedArea> withDerivedLanguages(List<ServedArea> areas, LanguageDerivation derivation) {
        return derivation.each(areas, area -> new ServedArea(area.scheme, area.code, derivation.plain(area.name)));
    }

    /** The codes as {@code scheme:code}, to index the entry by. */
    public static List<String> keys(List<ServedArea> areas) {
        return areas.stream()
                .map(ServedArea::areaCode)
                .filter(Objects::nonNull)
                .map(AreaCode::key)
                .distinct()
                .toList();
    }

    /** Whether exactly one of them is a municipality: it tells the town of a confidential unit. */
    public static boolean hasOneMunicipality(List<ServedArea> areas) {
        return areas.stream()
                        .filter(area -> area.scheme == AreaScheme.RS_MUNICIPALITY)
                        .count()
                == 1;
    }

    /** @param pointer JSON pointer of the list */
    public static void validate(String pointer, List<ServedArea> areas, ContentViolations violations) {
        violations.checkDistinct(pointer, areas);
        for (int i = 0; i < areas.size(); i++) {
            areas.get(i).validate(pointer + "/" + i, violations);
        }
    }

    private void validate(String pointer, ContentViolations violations) {
        if (scheme == null && code == null) {
            violations.checkRequired(pointer + "/name", name);
            violations.checkName(pointer + "/name", name);
            return;
        }
        violations.checkRequired(pointer + "/scheme", scheme);
        violations.checkRequired(pointer + "/code", code);
        if (name != null && !name.isEmpty()) {
            violations.add(pointer + "/name", "area-name-known");
        }
        AreaCode area = areaCode();
        if (area != null && AreaDirectory.name(area) == null) {
            violations.add(
                    pointer + "/code",
                    "area-code-not-known",
                    area.code(),
                    area.scheme().wireName());
        }
    }

    /** Warns of an area that another one of the list contains. */
    public static void findWarnings(String pointer, List<ServedArea> areas, ContentViolations warnings) {
        Set<AreaCode> codes = new HashSet<>();
        areas.stream().map(ServedArea::areaCode).filter(Objects::nonNull).forEach(codes::add);
        for (int i = 0; i < areas.size(); i++) {
            int index = i;
            AreaCode area = areas.get(i).areaCode();
            if (area != null) {
                AreaDirectory.containing(area).stream()
                        .skip(1)
                        .filter(codes::contains)
                        .findFirst()
                        .ifPresent(container -> warnings.add(
                                pointer + "/" + index, "area-within-another", area.code(), container.code()));
            }
        }
    }
}

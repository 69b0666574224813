package org.putokaz.area;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.CsvResource;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.locale.SerbianTransliterator;
import org.putokaz.problem.InvalidValueException;

/**
 * Directory of the areas that have a code: their names, and which areas contain them. Municipalities and districts of Serbia are
 * from {@code area/*.csv}, which name their sources; countries are those of ISO 3166-1 with the names of CLDR.
 */
final class AreaDirectory {

    private static final String SERBIA = "RS";
    private static final AreaCode ABROAD = new AreaCode(AreaScheme.ABROAD, "abroad");
    private static final Map<AreaCode, Area> AREAS = load();
    private static final Map<String, AreaCode> BY_KEY =
            AREAS.keySet().stream().collect(Collectors.toUnmodifiableMap(area -> lowerCase(area.key()), area -> area));
    private static final Map<AreaCode, List<AreaCode>> PARTS = parts();

    private AreaDirectory() {}

    /** @param container the next larger area that contains it wholly; null for a country of which none is known */
    private record Area(LocalisedText name, @Nullable AreaCode container) {}

    private static Map<AreaCode, Area> load() {
        Map<AreaCode, Area> areas = new HashMap<>();
        areas.put(ABROAD, new Area(names("Иностранство", "Abroad"), null));
        for (String code : Locale.getISOCountries()) {
            AreaCode country = country(code);
            areas.put(country, new Area(countryName(code), code.equals(SERBIA) ? null : ABROAD));
        }
        CsvResource.read("/area/serbian-districts.csv")
                .forEach(row -> areas.put(
                        new AreaCode(AreaScheme.RS_DISTRICT, row.getField("code")),
                        new Area(names(row.getField("name"), row.getField("english")), country(SERBIA))));
        CsvResource.read("/area/serbian-municipalities.csv").forEach(row -> {
            String name = row.getField("name");
            areas.put(
                    new AreaCode(AreaScheme.RS_MUNICIPALITY, row.getField("code")),
                    new Area(
                            names(name, SerbianTransliterator.text(name)),
                            new AreaCode(AreaScheme.RS_DISTRICT, row.getField("district"))));
        });
        return Map.copyOf(areas);
    }

    private static Map<AreaCode, List<AreaCode>> parts() {
        Map<AreaCode, List<AreaCode>> parts = new HashMap<>();
        AREAS.forEach((code, area) -> {
            if (area.container() != null) {
                parts.computeIfAbsent(area.container(), none -> new ArrayList<>())
                        .add(code);
            }
        });
        return parts;
    }

    private static String lowerCase(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    private static AreaCode country(String code) {
        return new AreaCode(AreaScheme.ISO_3166_1, code);
    }

    private static LocalisedText names(String cyrillic, String english) {
        return new LocalisedText(Map.of(
                Language.SR_CYRL, cyrillic,
                Language.SR_LATN, SerbianTransliterator.text(cyrillic),
                Language.EN, english));
    }

    private static LocalisedText countryName(String code) {
        ULocale country = new ULocale("", code);
        return names(
                country.getDisplayCountry(ULocale.forLanguageTag("sr-Cyrl")),
                country.getDisplayCountry(ULocale.ENGLISH));
    }

    /** The name of an area; null when there is none with this code. */
    static @Nullable LocalisedText name(AreaCode code) {
        Area area = AREAS.get(code);
        return area == null ? null : area.name();
    }

    /** The area itself and all that contain it, from the smallest: what serves one of them serves it wholly. */
    static List<AreaCode> containing(AreaCode code) {
        List<AreaCode> found = new ArrayList<>();
        for (AreaCode next = code;
                next != null;
                next = AREAS.containsKey(next) ? AREAS.get(next).container() : null) {
            found.add(next);
        }
        return found;
    }

    /** The area itself, all that contain it, and all that it contains: what serves one of them serves at least a part of it. */
    static List<AreaCode> overlapping(AreaCode code) {
        List<AreaCode> found = new ArrayList<>(containing(code));
        addParts(code, found);
        return found;
    }

    private static void addParts(AreaCode code, List<AreaCode> found) {
        for (AreaCode part : PARTS.getOrDefault(code, List.of())) {
            found.add(part);
            addParts(part, found);
        }
    }

    /**
     * Reads {@code scheme:code} in any case, as in the parameter of lists.
     *
     * @throws InvalidValueException {@code area-not-known}
     */
    static AreaCode parse(String text) {
        AreaCode area = BY_KEY.get(lowerCase(text));
        if (area == null) {
            throw new InvalidValueException("area-not-known", text);
        }
        return area;
    }
}

package org.putokaz.contact.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.LocalisedText;

/**
 * Address of a place or for post, in all languages.
 *
 * @param building number of the house, as on its door: {@code 12а}
 * @param country ISO 3166-1 alpha-2
 * @param directions how to get there (CommonMark)
 */
public record PostalAddress(
        @Nullable LocalisedText street,
        @Nullable String building,
        @Nullable String floor,
        @Nullable String room,
        @Nullable String postalCode,
        @Nullable LocalisedText city,
        @Nullable String country,
        @Nullable LocalisedText directions) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern POSTAL_CODE = Pattern.compile("[A-Z0-9][A-Z0-9 -]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]{0,19}");

    public void validate(String pointer, ContentViolations violations) {
        violations.checkRequired(pointer + "/city", city);
        violations.checkName(pointer + "/city", city);
        violations.checkName(pointer + "/street", street);
        violations.checkProse(pointer + "/directions", directions);
        checkNumber(pointer + "/building", building, violations);
        checkNumber(pointer + "/floor", floor, violations);
        checkNumber(pointer + "/room", room, violations);
        if (postalCode != null && !POSTAL_CODE.matcher(postalCode).matches()) {
            violations.add(pointer + "/postalCode", "not-a-postal-code");
        }
        if (country != null && !COUNTRIES.contains(country)) {
            violations.add(pointer + "/country", "not-a-country");
        }
    }

    private static void checkNumber(String pointer, @Nullable String number, ContentViolations violations) {
        if (number != null && !NUMBER.matcher(number).matches()) {
            violations.add(pointer, "not-a-house-number");
        }
    }

    public PostalAddress withDerivedLanguages(LanguageDerivation derivation) {
        return new PostalAddress(
                derivation.plain(street),
                building,
                floor,
                room,
                postalCode,
                derivation.plain(city),
                country,
                derivation.prose(directions));
    }

    /**
     * In one line: street and number, postal code and city.
     *
     * @param language picks a text
     */
    public String line(Function<LocalisedText, String> language) {
        List<String> parts = new ArrayList<>();
        parts.add(join(street == null ? null : language.apply(street), building));
        parts.add(join(postalCode, city == null ? null : language.apply(city)));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String join(@Nullable String first, @Nullable String second) {
        return Stream.of(Objects.requireNonNullElse(first, ""), Objects.requireNonNullElse(second, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}

package org.putokaz.contact.address;

import static org.putokaz.contact.address.ShortCode.Use.AMBULANCE;
import static org.putokaz.contact.address.ShortCode.Use.CHILD_HELP_LINE;
import static org.putokaz.contact.address.ShortCode.Use.EUROPEAN_EMERGENCY;
import static org.putokaz.contact.address.ShortCode.Use.FIRE_BRIGADE;
import static org.putokaz.contact.address.ShortCode.Use.MISSING_CHILDREN;
import static org.putokaz.contact.address.ShortCode.Use.POLICE;
import static org.putokaz.contact.address.ShortCode.Use.SERVICE;
import static org.putokaz.contact.address.ShortCode.Use.VICTIMS_OF_CRIME;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.ShortNumberInfo.ShortNumberCost;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Directory of short codes by country. Serbia has a table of its own, because libphonenumber does not know 192, 193
 * and 194 as emergency numbers; those of other countries come from the library.
 */
final class ShortCodeDirectory {

    /** The numbering plan of RATEL: Правилник о утврђивању Плана нумерације. */
    private static final String NUMBERING_PLAN = "RATEL, Službeni glasnik RS 44/2025 and 64/2025";

    private static final String LIBRARY = "libphonenumber";

    // The library states that 112 is free of charge; for the others no source states the cost.
    private static final Map<String, ShortCode> SERBIA = table(
            new ShortCode("112", EUROPEAN_EMERGENCY, true, true, NUMBERING_PLAN + "; cost: libphonenumber 9.0.43"),
            new ShortCode("192", POLICE, true, null, NUMBERING_PLAN),
            new ShortCode("193", FIRE_BRIGADE, true, null, NUMBERING_PLAN),
            new ShortCode("194", AMBULANCE, true, null, NUMBERING_PLAN),
            new ShortCode("116000", MISSING_CHILDREN, false, null, NUMBERING_PLAN),
            new ShortCode("116006", VICTIMS_OF_CRIME, false, null, NUMBERING_PLAN),
            new ShortCode("116111", CHILD_HELP_LINE, false, null, NUMBERING_PLAN),
            new ShortCode("19011", SERVICE, false, null, NUMBERING_PLAN),
            new ShortCode("19812", SERVICE, false, null, NUMBERING_PLAN));

    private static final Map<String, Map<String, ShortCode>> TABLES = Map.of("RS", SERBIA);

    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,8}");

    private ShortCodeDirectory() {}

    /**
     * @param region ISO 3166-1 code in capitals, one that the telephone library supports
     * @param digits the number without blanks
     */
    static Optional<ShortCode> find(String region, String digits) {
        Map<String, ShortCode> table = TABLES.get(region);
        if (table != null) {
            return Optional.ofNullable(table.get(digits));
        }
        return DIGITS.matcher(digits).matches() ? findInLibrary(region, digits) : Optional.empty();
    }

    private static Optional<ShortCode> findInLibrary(String region, String digits) {
        ShortNumberInfo library = ShortNumberInfo.getInstance();
        Phonenumber.PhoneNumber number = asNumber(region, digits);
        if (!library.isValidShortNumberForRegion(number, region)) {
            return Optional.empty();
        }
        boolean emergency = library.isEmergencyNumber(digits, region);
        Boolean tollFree = tollFree(library.getExpectedCostForRegion(number, region));
        return Optional.of(new ShortCode(digits, null, emergency, tollFree, LIBRARY));
    }

    private static Phonenumber.PhoneNumber asNumber(String region, String digits) {
        int leadingZeros = digits.length() - digits.replaceFirst("^0+(?=.)", "").length();
        return new Phonenumber.PhoneNumber()
                .setCountryCode(PhoneNumberUtil.getInstance().getCountryCodeForRegion(region))
                .setNationalNumber(Long.parseLong(digits))
                .setItalianLeadingZero(leadingZeros > 0)
                .setNumberOfLeadingZeros(leadingZeros);
    }

    private static @Nullable Boolean tollFree(ShortNumberCost cost) {
        return cost == ShortNumberCost.UNKNOWN_COST ? null : Boolean.valueOf(cost == ShortNumberCost.TOLL_FREE);
    }

    private static Map<String, ShortCode> table(ShortCode... rows) {
        return Stream.of(rows).collect(Collectors.toUnmodifiableMap(ShortCode::number, row -> row));
    }
}

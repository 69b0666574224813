package org.putokaz.contact.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.ShortNumberInfo.ShortNumberCost;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.CsvResource;

/**
 * Directory of short codes by country, from {@code numbering/short-codes.csv}, which names its sources. Codes that are not in
 * the table come from libphonenumber, but not for Serbia, of which the library accepts nearly every number that begins with 1.
 */
final class ShortCodeDirectory {

    private static final String LIBRARY = "libphonenumber";

    /** Countries whose codes are in the table and nowhere else. */
    private static final Set<String> COMPLETE = Set.of("RS");

    private static final Map<String, Map<String, ShortCode>> TABLES =
            CsvResource.read("/numbering/short-codes.csv").stream()
                    .collect(Collectors.groupingBy(
                            row -> row.getField("region"),
                            Collectors.toUnmodifiableMap(row -> row.getField("number"), ShortCodeDirectory::code)));

    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,8}");

    private ShortCodeDirectory() {}

    private static ShortCode code(NamedCsvRecord row) {
        String tollFree = row.getField("tollFree");
        return new ShortCode(
                row.getField("number"),
                ShortCode.Use.of(row.getField("use")),
                row.getField("emergency").equals("yes"),
                tollFree.isEmpty() ? null : Boolean.valueOf(tollFree.equals("yes")),
                row.getField("source"));
    }

    /**
     * @param region ISO 3166-1 code in capitals, one that the telephone library supports
     * @param digits the number without blanks
     */
    static Optional<ShortCode> find(String region, String digits) {
        ShortCode listed = TABLES.getOrDefault(region, Map.of()).get(digits);
        if (listed != null) {
            return Optional.of(listed);
        }
        boolean unknown = COMPLETE.contains(region) || !DIGITS.matcher(digits).matches();
        return unknown ? Optional.empty() : findInLibrary(region, digits);
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

    /** Whether the library says that text messages can be sent to the short code; no other source says it of any. */
    static boolean acceptsTextMessages(String region, String digits) {
        return ShortNumberInfo.getInstance().isSmsServiceForRegion(asNumber(region, digits), region);
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
}

package org.putokaz.contact.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.putokaz.problem.InvalidValueException;

/**
 * How a telephone number without a country code is read.
 *
 * @param region the country in whose numbering plan it is, as ISO 3166-1 in capitals: {@code RS}
 * @param unlistedShortCodes whether a short code is accepted that is in no table, because its owner has confirmed it
 */
public record NumberingContext(String region, boolean unlistedShortCodes) {

    /** Without unlisted short codes. */
    public static NumberingContext of(String region) {
        return new NumberingContext(region, false);
    }

    /** @throws InvalidValueException {@code phone-unknown-region} */
    public NumberingContext requireKnownRegion() {
        if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
            throw new InvalidValueException("phone-unknown-region", region);
        }
        return this;
    }
}

package org.putokaz.contact.address;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Short number that works only inside one country and without a prefix, such as 112. It has no international form
 * (E.164).
 *
 * @param number the digits, for example {@code 116006}
 * @param use null when no source states it
 * @param emergency whether it is the number of the police, the fire brigade or an ambulance
 * @param tollFree null when no source states it
 * @param source of these facts, with its date if it has one
 */
record ShortCode(
        String number,
        @Nullable Use use,
        boolean emergency,
        @Nullable Boolean tollFree,
        String source) {

    static final String CONFIRMED_BY_ITS_OWNER = "its owner";

    /** A short code that no table has, of which its owner says that it works. */
    static ShortCode confirmedByItsOwner(String digits) {
        return new ShortCode(digits, null, false, null, CONFIRMED_BY_ITS_OWNER);
    }

    /** Service behind a short code. */
    enum Use {
        EUROPEAN_EMERGENCY,
        POLICE,
        FIRE_BRIGADE,
        AMBULANCE,
        MISSING_CHILDREN,
        VICTIMS_OF_CRIME,
        CHILD_HELP_LINE,
        EMOTIONAL_SUPPORT,
        MEDICAL_ON_CALL,
        SEA_RESCUE,
        SERVICE;

        /** @param code in lower case with hyphens, as in the table */
        static Use of(String code) {
            return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }
}

package org.putokaz.contact.address;

import org.jspecify.annotations.Nullable;

/**
 * Short number that works only inside one country and without a prefix, such as 112. It has no international form
 * (E.164).
 *
 * @param number the digits, for example {@code 116006}
 * @param use null when the number comes from the telephone library
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

    /** Service behind a short code. */
    enum Use {
        EUROPEAN_EMERGENCY,
        POLICE,
        FIRE_BRIGADE,
        AMBULANCE,
        MISSING_CHILDREN,
        VICTIMS_OF_CRIME,
        CHILD_HELP_LINE,
        SERVICE
    }
}

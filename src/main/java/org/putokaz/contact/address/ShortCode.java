package org.putokaz.contact.address;

import org.jspecify.annotations.Nullable;

/**
 * A number that works only inside one country and only as it is, such as 112. It has no international form: E.164 would
 * make nonsense of it.
 *
 * @param number the digits, for example {@code 116006}
 * @param use what it is for; null when only the telephone library knows the number
 * @param emergency whether it calls the police, the fire brigade or an ambulance
 * @param tollFree null when nobody has stated it
 * @param source where the row comes from, with its date where there is one
 */
record ShortCode(
        String number,
        @Nullable Use use,
        boolean emergency,
        @Nullable Boolean tollFree,
        String source) {

    /** What somebody gets who dials it. */
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

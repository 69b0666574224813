package org.putokaz.contact.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;

/** Type of a telephone number in the numbering plan of its country, as far as tariffs and text messages depend on it. */
public enum NumberType {
    /** A landline; of a country that tells its landlines and mobile numbers apart. */
    FIXED_LINE,
    /** Free of charge for the caller. */
    TOLL_FREE,
    /** A call costs more than an ordinary one. */
    PREMIUM_RATE,
    /** Forwarded to a number of its owner's choice; the caller pays for that. */
    PERSONAL,
    /** Short code, which works inside one country only. */
    SHORT_CODE,
    /** Mobile and every other type. */
    OTHER;

    static NumberType of(PhoneNumberType type) {
        return switch (type) {
            case FIXED_LINE -> FIXED_LINE;
            case TOLL_FREE -> TOLL_FREE;
            case PREMIUM_RATE -> PREMIUM_RATE;
            case PERSONAL_NUMBER -> PERSONAL;
            default -> OTHER;
        };
    }
}

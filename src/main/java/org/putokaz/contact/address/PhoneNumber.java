package org.putokaz.contact.address;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Telephone number in the spelling of its owner and in the form that is dialled. Both are kept, because libraries
 * group digits differently from what people know.
 *
 * @param text as typed
 * @param e164 for example {@code +38163610590}, without an extension; null for short codes
 * @param uri {@code tel:} (RFC 3966)
 * @param code null unless the number is a short code
 * @param dialableFromAbroad whether a caller in another country can reach it; null for free, shared-cost and premium
 *     numbers, which depends on agreements between the operators
 * @param type in the numbering plan of its country
 * @param textMessages whether it may take text messages: not a landline or a free number, and of the short codes only those
 *     of which a source says so, or that are in no table
 */
public record PhoneNumber(
        PhoneNumberText text,
        @Nullable String e164,
        URI uri,
        @Nullable ShortCode code,
        @Nullable Boolean dialableFromAbroad,
        NumberType type,
        boolean textMessages) {

    private static final List<String> INTERNATIONAL_NETWORKS = List.of("+881", "+882", "+883");

    /** Kind of a number by the way it is dialled. */
    enum Kind {
        SUBSCRIBER,
        SHORT_CODE
    }

    /**
     * @param typed in any usual grouping, national or international, with or without an extension ("лок. 12")
     * @param numbering how a number without a country code is read
     * @throws InvalidValueException {@code phone-unknown-region}, {@code phone-text-too-long}, {@code
     *     phone-not-a-number}, {@code phone-too-short}, {@code phone-too-long}, {@code phone-unknown-country-code},
     *     {@code phone-unknown-short-code}, {@code phone-short-code-with-prefix}, {@code
     *     phone-short-code-with-extension}, {@code phone-two-numbers}, {@code phone-shortened-number}, {@code
     *     phone-digits-after-number}, {@code phone-plus-missing}, {@code phone-trunk-prefix-missing}, {@code
     *     phone-area-code-missing}, {@code phone-length-of-area}, {@code phone-not-valid-for-region} or {@code
     *     phone-with-opening-hours}
     */
    public static PhoneNumber of(String typed, NumberingContext numbering) {
        return PhoneNumberParser.parse(typed, numbering);
    }

    /** As typed, trimmed. */
    String typed() {
        return text.value();
    }

    /** In the grouping of the editor. */
    public String display() {
        return text.display();
    }

    /** The digits after "лок.", with leading zeros; null for none. */
    public @Nullable String extension() {
        return text.extension();
    }

    /** In the grouping of the editor, without the extension. */
    public String displayWithoutExtension() {
        return text.textOf(0, text.groups().size());
    }

    Kind kind() {
        return code == null ? Kind.SUBSCRIBER : Kind.SHORT_CODE;
    }

    Optional<ShortCode> shortCode() {
        return Optional.ofNullable(code);
    }

    /** Whether it is a short code that is in no table, which its owner has confirmed. */
    public boolean isUnlistedShortCode() {
        return code != null && code.source().equals(ShortCode.CONFIRMED_BY_ITS_OWNER);
    }

    /** Whether it belongs to a satellite or other network of no country: ITU-T E.164, country codes 881 to 883. */
    public boolean isOfInternationalNetwork() {
        return e164 != null && INTERNATIONAL_NETWORKS.stream().anyMatch(e164::startsWith);
    }

    /** Whether it is a short code of which a source says that it is free of charge. */
    public boolean isFreeShortCode() {
        return code != null && Boolean.TRUE.equals(code.tollFree());
    }

    /** Whether it is the number of the police, the fire brigade or an ambulance. */
    boolean isEmergency() {
        return code != null && code.emergency();
    }
}

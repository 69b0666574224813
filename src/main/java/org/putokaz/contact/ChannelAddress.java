package org.putokaz.contact;

import org.putokaz.contact.address.EmailAddress;
import org.putokaz.contact.address.PhoneNumber;
import org.putokaz.contact.address.WebAddress;
import org.putokaz.problem.InvalidValueException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's value means to a machine and to a person; the one place that knows how each kind is written.
 *
 * @param e164 the number in international form, for example {@code +38163610590}; null for a short code and for
 *     whatever is not dialled
 * @param display as its owner writes it
 * @param uri what a link points at; null where there is nothing to follow
 * @param dialableFromAbroad null for whatever is not dialled
 */
@Schema(name = "ChannelAddress", description = "What a channel's value means to a machine.")
record ChannelAddress(
        @Schema(
                description =
                        "The number in international form (E.164); null for a short code, and for what is not dialled.")
        @Nullable
        String e164,

        @Schema(description = "For people.") String display,

        @Schema(description = "What a link points at; null for a place.") @Nullable
        String uri,

        @Schema(description = "Whether callers in other countries reach it; null for what is not dialled.") @Nullable
        Boolean dialableFromAbroad) {

    private static final int MAX_PLACE_LENGTH = 300;

    /** @throws InvalidValueException with the reason, from the reader of that kind of value */
    static ChannelAddress of(ChannelKind kind, String value, String region) {
        return switch (kind) {
            case PHONE, SMS -> dialled(kind, PhoneNumber.of(value, region));
            case EMAIL -> {
                EmailAddress address = EmailAddress.of(value);
                yield new ChannelAddress(null, address.address(), address.uri().toString(), null);
            }
            case WEB, SOCIAL, CHAT -> {
                WebAddress address = WebAddress.of(value);
                yield new ChannelAddress(null, address.address(), address.uri().toString(), null);
            }
            case POST, IN_PERSON -> new ChannelAddress(null, place(value), null, null);
        };
    }

    /**
     * The same for a value that was right when it was published. Numbering plans and lists of domains change with the
     * libraries that know them: what no longer passes is shown as it was written, without a link.
     */
    static ChannelAddress ofPublished(ChannelKind kind, String value, String region) {
        try {
            return of(kind, value, region);
        } catch (InvalidValueException noLongerKnown) {
            return new ChannelAddress(null, value, null, null);
        }
    }

    private static ChannelAddress dialled(ChannelKind kind, PhoneNumber number) {
        String uri = number.uri().toString();
        return new ChannelAddress(
                number.e164(),
                number.display(),
                kind == ChannelKind.SMS ? "sms:" + uri.substring("tel:".length()) : uri,
                number.dialableFromAbroad());
    }

    private static String place(String value) {
        String place = Objects.requireNonNull(value).strip();
        if (place.isEmpty() || place.length() > MAX_PLACE_LENGTH || place.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("not-a-place", MAX_PLACE_LENGTH);
        }
        return place;
    }
}

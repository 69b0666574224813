package org.putokaz.contact.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.contact.address.EmailAddress;
import org.putokaz.contact.address.MessagingAddress;
import org.putokaz.contact.address.MessagingApp;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.contact.address.PhoneNumber;
import org.putokaz.contact.address.WebAddress;
import org.putokaz.locale.EncodingDamageDetector;
import org.putokaz.problem.InvalidValueException;

/**
 * Parsed value of a channel, in the forms for people and for machines. Only this class knows how each kind is written.
 *
 * @param e164 the number in international form (E.164), for example {@code +38163610590}; null for short codes and for
 *     kinds that are not dialled
 * @param extension digits to dial after the connection, with leading zeros; null for none
 * @param display in the spelling of the owner
 * @param number the same without the extension; for other kinds than numbers the same as {@code display}
 * @param uri target of a link; null for places, for faxes, and for handles of an app that has no link to them
 * @param dialableFromAbroad null for kinds that are not dialled
 */
@Schema(name = "ChannelAddress", description = "What a channel's value means to a machine.")
public record ChannelAddress(
        @Schema(
                description =
                        "The number in international form (E.164); null for a short code, for a handle, and for what is not"
                                + " dialled.")
        @Nullable
        String e164,

        @Schema(
                description =
                        "The extension, to be dialled after the connection, with its leading zeros; null for none.",
                examples = "012")
        @Nullable
        String extension,

        @Schema(description = "For people, as its owner writes it.")
        String display,

        @Schema(hidden = true) @JsonIgnore String number,

        @Schema(description = "What a link points at; null for a place, for a fax, and for a handle of Signal.")
        @Nullable
        String uri,

        @Schema(description = "Whether callers in other countries reach it; null for what is not dialled.") @Nullable
        Boolean dialableFromAbroad) {

    private static final int MAX_PLACE_LENGTH = 300;
    /** A postal code alone, or an abbreviation, leads nobody to a place. */
    private static final int MIN_PLACE_LETTERS = 3;

    /**
     * @param app of a channel of the kind messaging
     * @throws InvalidValueException with the code of the kind's own parser
     */
    public static ChannelAddress of(
            ChannelKind kind, @Nullable MessagingApp app, String value, NumberingContext numbering) {
        return switch (kind) {
            case PHONE, SMS, FAX, TEXT_RELAY -> ofNumber(kind, PhoneNumber.of(value, numbering));
            case EMAIL -> {
                EmailAddress address = EmailAddress.of(value);
                yield new ChannelAddress(
                        null,
                        null,
                        address.address(),
                        address.address(),
                        address.uri().toString(),
                        null);
            }
            case WEB, SOCIAL, CHAT -> {
                WebAddress address = WebAddress.of(value);
                yield new ChannelAddress(
                        null,
                        null,
                        address.address(),
                        address.address(),
                        address.uri().toString(),
                        null);
            }
            case MESSAGING -> ofMessaging(MessagingAddress.of(Objects.requireNonNull(app), value, numbering));
            case POST, IN_PERSON -> ofPlace(value);
        };
    }

    /**
     * Parses a value that was valid when it was published. Numbering plans and lists of domains change with the
     * libraries that hold them; a value that is no longer valid is given as written, without a link.
     */
    public static ChannelAddress ofPublished(
            ChannelKind kind, @Nullable MessagingApp app, String value, NumberingContext numbering) {
        try {
            return of(kind, app, value, numbering);
        } catch (InvalidValueException noLongerKnown) {
            return new ChannelAddress(null, null, value, value, null, null);
        }
    }

    public static ChannelAddress ofPlace(String place) {
        String checked = requirePlace(place);
        return new ChannelAddress(null, null, checked, checked, null, null);
    }

    /** The same with what the institution states about callers in other countries; null leaves it as it is. */
    public ChannelAddress withDialableFromAbroad(@Nullable Boolean stated) {
        return stated == null ? this : new ChannelAddress(e164, extension, display, number, uri, stated);
    }

    /** @param extensionWord "ext." in the language of the reader */
    public String displayWith(String extensionWord) {
        return extension == null ? display : number + " " + extensionWord + " " + extension;
    }

    private static ChannelAddress ofNumber(ChannelKind kind, PhoneNumber number) {
        return new ChannelAddress(
                number.e164(),
                number.extension(),
                number.display(),
                number.displayWithoutExtension(),
                uriOfNumber(kind, number.uri().toString()),
                number.dialableFromAbroad());
    }

    /**
     * The target of a link to a number. None for a fax: {@code fax:} (RFC 2806) is obsolete and opens nothing, and {@code
     * tel:}, which replaces it (RFC 3966), makes a telephone call a machine that answers nobody.
     */
    private static @Nullable String uriOfNumber(ChannelKind kind, String tel) {
        return switch (kind) {
            case FAX -> null;
            case SMS -> "sms:" + tel.substring("tel:".length());
            default -> tel;
        };
    }

    private static ChannelAddress ofMessaging(MessagingAddress account) {
        String uri = account.uri() == null ? null : account.uri().toString();
        return new ChannelAddress(account.e164(), null, account.display(), account.display(), uri, null);
    }

    private static String requirePlace(String value) {
        String place = Objects.requireNonNull(value).strip();
        if (place.isEmpty()
                || place.length() > MAX_PLACE_LENGTH
                || place.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("not-a-place", MAX_PLACE_LENGTH);
        }
        EncodingDamageDetector.rejectDamage(place);
        if (place.codePoints().filter(Character::isLetter).count() < MIN_PLACE_LETTERS) {
            throw new InvalidValueException("place-without-a-name", place);
        }
        return place;
    }
}

package org.putokaz.contact.address;

import com.ibm.icu.text.Normalizer2;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Address of an account in a messaging app: its telephone number or its handle.
 *
 * @param display as typed, trimmed
 * @param e164 the number in international form; null for a handle
 * @param uri link that opens the app; null for a handle of an app that has no link made of it
 */
public record MessagingAddress(
        String display, @Nullable String e164, @Nullable URI uri) {

    /** Begins as a number does and has no letter, so no extension either; every other text is a handle. */
    private static final Pattern NUMBER = Pattern.compile("[+(0-9][^\\p{L}@]*");

    /** Of the handles of all apps. */
    private static final Pattern HANDLE_CHARACTER = Pattern.compile("[A-Za-z0-9_.*-]");

    /**
     * @param typed a number as for a telephone, or a handle with or without its at sign
     * @throws InvalidValueException {@code messaging-number-wanted}, {@code messaging-short-code}, {@code
     *     messaging-stray-character}, {@code messaging-not-a-handle}, or a code of {@link PhoneNumber#of}
     */
    public static MessagingAddress of(MessagingApp app, String typed, NumberingContext numbering) {
        String value = Normalizer2.getNFCInstance().normalize(typed).strip();
        boolean number = app.takesNumbers() && NUMBER.matcher(value).matches();
        if (!number && !app.takesHandles()) {
            throw new InvalidValueException("messaging-number-wanted", value, app.wireName());
        }
        return number ? ofNumber(app, value, numbering) : ofHandle(app, value);
    }

    private static MessagingAddress ofNumber(MessagingApp app, String value, NumberingContext numbering) {
        PhoneNumber number = PhoneNumber.of(value, numbering);
        String e164 = number.e164();
        if (e164 == null) {
            throw new InvalidValueException("messaging-short-code", value);
        }
        return new MessagingAddress(
                number.display(), e164, app.linkToNumber(e164).orElseThrow());
    }

    private static MessagingAddress ofHandle(MessagingApp app, String value) {
        int start = value.startsWith("@") ? 1 : 0;
        String handle = value.substring(start);
        UnexpectedCharacter.find(handle, MessagingAddress::isStray).ifPresent(index -> {
            throw UnexpectedCharacter.at(value, start + index).toException("messaging-stray-character");
        });
        if (!app.isHandle(handle)) {
            throw new InvalidValueException("messaging-not-a-handle", value, app.wireName());
        }
        return new MessagingAddress(value, null, app.linkToHandle(handle).orElse(null));
    }

    private static boolean isStray(int character) {
        return !HANDLE_CHARACTER.matcher(Character.toString(character)).matches();
    }
}

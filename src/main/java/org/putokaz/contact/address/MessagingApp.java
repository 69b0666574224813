package org.putokaz.contact.address;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;

/**
 * Messaging app, with the form of its handles and with the links that open a conversation, as its maker documents them. An app
 * without a link for numbers takes handles alone, and one without a form of handles takes numbers alone.
 */
public enum MessagingApp implements WireEnum {
    WHATSAPP("https://wa.me/{digits}", null, null),
    /** The handle is the URI of a bot or a public account. */
    VIBER("viber://chat?number=%2B{digits}", "[A-Za-z0-9_.-]{2,64}", "viber://pa?chatURI={handle}"),
    /** The link to a handle holds a secret instead of its letters, so none can be made of them. */
    SIGNAL("https://signal.me/#p/+{digits}", "[A-Za-z_][A-Za-z0-9_]{2,31}\\.[0-9]{2,9}", null),
    TELEGRAM("https://t.me/+{digits}", "[A-Za-z][A-Za-z0-9_]{3,31}", "https://t.me/{handle}"),
    /** The handle is the name or the number of a page. */
    MESSENGER(null, "[A-Za-z0-9.]{5,50}", "https://m.me/{handle}"),
    INSTAGRAM(null, "[A-Za-z0-9._]{1,30}", "https://ig.me/m/{handle}"),
    THREEMA(null, "[*A-Z0-9][A-Z0-9]{7}", "https://threema.id/{handle}");

    @Nullable
    private final String numberLink;

    @Nullable
    private final Pattern handleForm;

    @Nullable
    private final String handleLink;

    MessagingApp(@Nullable String numberLink, @Nullable String handleForm, @Nullable String handleLink) {
        this.numberLink = numberLink;
        this.handleForm = handleForm == null ? null : Pattern.compile(handleForm);
        this.handleLink = handleLink;
    }

    /** Whether an account can be found by its telephone number. */
    boolean takesNumbers() {
        return numberLink != null;
    }

    /** Whether an account can be found by its handle. */
    boolean takesHandles() {
        return handleForm != null;
    }

    /** @param handle without an at sign */
    boolean isHandle(String handle) {
        return handleForm != null && handleForm.matcher(handle).matches();
    }

    /** The link to the account with a number, which is in international form (E.164). */
    Optional<URI> linkToNumber(String e164) {
        return Optional.ofNullable(numberLink).map(link -> URI.create(link.replace("{digits}", e164.substring(1))));
    }

    /** The link to the account with a handle; empty where the app has none that is made of it. */
    Optional<URI> linkToHandle(String handle) {
        return Optional.ofNullable(handleLink).map(link -> URI.create(link.replace("{handle}", handle)));
    }
}

package org.putokaz.contact.content;

import org.jspecify.annotations.Nullable;
import org.putokaz.contact.address.WebAddress;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.LocalisedText;

/**
 * Organisation outside of the institution that answers a contact channel, such as the police.
 *
 * @param name in all languages
 * @param url of its website, with https
 */
public record ServiceProvider(
        @Nullable LocalisedText name, @Nullable String url) {

    public void validate(String pointer, ContentViolations violations) {
        violations.checkRequired(pointer + "/name", name);
        violations.checkName(pointer + "/name", name);
        if (url != null) {
            violations.parse(pointer + "/url", () -> WebAddress.of(url));
        }
    }

    public ServiceProvider withDerivedLanguages(LanguageDerivation derivation) {
        return new ServiceProvider(derivation.plain(name), url);
    }
}

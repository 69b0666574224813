package org.putokaz.http.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/**
 * Request as far as its response may depend on it: a language, the selected fields and the current instant, which is
 * the same for all of one response. {@link RequestParameterFilter} fills it in.
 *
 * <p>It also holds the {@link ResponseValidity} that is collected while the response is computed. Not thread-safe: one
 * request is processed by one thread at a time.
 */
@RequestScoped
public class RequestContext {

    private final LanguagePolicy languages;
    private final Instant now;
    private final ZoneId zone;
    private final ResponseValidity validity;
    private Language language;
    private boolean languageNegotiated = true;
    private boolean languageInCanonicalSpelling;
    private boolean formatNegotiated;
    private Set<String> fields = Set.of();
    private long requiredPosition;

    @Inject
    public RequestContext(LanguagePolicy languages, Clock clock, ZoneId zone) {
        this.languages = languages;
        this.language = languages.authoritative();
        this.now = clock.instant();
        this.zone = zone;
        this.validity = new ResponseValidity(now, zone);
    }

    /** Context in one language at the current instant, for content that no request asked for. */
    public static RequestContext forLanguage(Language language, LanguagePolicy languages, Clock clock, ZoneId zone) {
        RequestContext context = new RequestContext(languages, clock, zone);
        context.setLanguage(language);
        return context;
    }

    /** Takes the language of the URL, which outweighs the header. */
    void setLanguage(Language chosen) {
        setLanguage(chosen, chosen.tag());
    }

    /** @param spelling of the language in the URL, for example {@code SR-latn} */
    void setLanguage(Language chosen, String spelling) {
        language = chosen;
        languageNegotiated = false;
        languageInCanonicalSpelling = chosen.tag().equals(spelling);
    }

    /** @param acceptLanguage value of {@code Accept-Language}; null where there is none */
    void negotiateLanguage(@Nullable String acceptLanguage) {
        language = languages.negotiate(acceptLanguage);
    }

    void setFields(Set<String> names) {
        fields = names;
    }

    void setRequiredPosition(long position) {
        requiredPosition = position;
    }

    /** Declares that the URL has representations of other media types too, chosen by {@code Accept}. */
    public void markFormatNegotiated() {
        formatNegotiated = true;
    }

    public LanguagePolicy languages() {
        return languages;
    }

    /** The language of the response. */
    public Language language() {
        return language;
    }

    /** Whether the language was chosen by {@code Accept-Language} and not by the URL. */
    public boolean isLanguageNegotiated() {
        return languageNegotiated;
    }

    /** Whether the URL names the language by its canonical tag, so that it is the only URL of this representation. */
    public boolean isLanguageInCanonicalSpelling() {
        return languageInCanonicalSpelling;
    }

    public boolean isFormatNegotiated() {
        return formatNegotiated;
    }

    /** Names of the top-level fields to send; empty for all of them. */
    public Set<String> fields() {
        return fields;
    }

    /** Position of the feed that the response must have reached; 0 when the request asks for none. */
    public long requiredPosition() {
        return requiredPosition;
    }

    public Instant now() {
        return now;
    }

    /** The current day in the institution's time zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** The institution's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** How long the response holds, as far as it has been computed. */
    public ResponseValidity validity() {
        return validity;
    }
}

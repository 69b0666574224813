package org.putokaz.http.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.CacheableResponse;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/**
 * Who is being answered, as far as an answer may depend on it: a language and a moment. Also gathers until when the
 * answer holds, so that no cache keeps it longer.
 */
@RequestScoped
public class RequestContext {

    private final LanguagePolicy languages;
    private final Instant now;
    private final LocalDate today;
    private final ZoneId zone;
    private Language language;
    private boolean languageNegotiated = true;
    private Set<String> fields = Set.of();
    private boolean formatNegotiated;
    private @Nullable Instant changesAt;
    private @Nullable Instant changedAt;
    private @Nullable Instant awaited;
    private boolean holdsOnlyNow;
    private @Nullable UUID entry;
    private CacheableResponse.@Nullable Source source;

    @Inject
    public RequestContext(LanguagePolicy languages, Clock clock, ZoneId zone) {
        this.languages = languages;
        this.language = languages.authoritative();
        this.now = clock.instant();
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
    }

    /** Somebody who reads in that language now, where nobody has asked. */
    public static RequestContext in(Language language, LanguagePolicy languages, Clock clock, ZoneId zone) {
        RequestContext reader = new RequestContext(languages, clock, zone);
        reader.asksFor(language);
        return reader;
    }

    void asksFor(Language asked) {
        language = asked;
        languageNegotiated = false;
    }

    void prefers(@Nullable String acceptLanguage) {
        language = languages.negotiate(acceptLanguage);
    }

    void wantsOnly(Set<String> names) {
        fields = names;
    }

    /** Says that the same address answers in other media types too. */
    public void negotiatesFormat() {
        formatNegotiated = true;
    }

    public boolean formatNegotiated() {
        return formatNegotiated;
    }

    public LanguagePolicy languages() {
        return languages;
    }

    public Language language() {
        return language;
    }

    /** Whether the language was chosen by {@code Accept-Language} and not by the URL. */
    public boolean languageNegotiated() {
        return languageNegotiated;
    }

    public Set<String> fields() {
        return fields;
    }

    public Instant now() {
        return now;
    }

    /** The day it is where the institution is. */
    public LocalDate today() {
        return today;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Says that the answer depends on what day it is. */
    public void dependsOnTheDay() {
        changesOn(today);
        changesOn(today.plusDays(1));
    }

    /** Says that the answer will read differently from the start of this day on. */
    public void changesOn(LocalDate day) {
        changesAt(day.atStartOfDay(zone).toInstant());
    }

    /** Says that the answer reads, or will read, differently from this moment on. */
    public void changesAt(Instant moment) {
        if (moment.isAfter(now)) {
            changesAt = changesAt == null || moment.isBefore(changesAt) ? moment : changesAt;
        } else {
            changedAt = changedAt == null || moment.isAfter(changedAt) ? moment : changedAt;
        }
    }

    /** Says that something is to change the store at this moment; if that is past, it is late and may come any time. */
    public void awaitsChangeAt(Instant moment) {
        awaited = awaited == null || moment.isBefore(awaited) ? moment : awaited;
    }

    /** Says that the answer is of this very moment, and would read differently in the next. */
    public void asksForTheMoment() {
        changesAt(now);
        holdsOnlyNow = true;
    }

    public boolean holdsOnlyNow() {
        return holdsOnlyNow;
    }

    /** When the store is going to change, whatever it is that will; null when nothing is announced. */
    @Nullable
    public Instant awaited() {
        return awaited;
    }

    /** What a reader has been told of how long the answer holds. */
    public record Heard(
            @Nullable Instant changesAt,
            @Nullable Instant changedAt,
            @Nullable Instant awaited,
            boolean holdsOnlyNow,
            @Nullable UUID entry,
            CacheableResponse.@Nullable Source source) {}

    public Heard heard() {
        return new Heard(changesAt, changedAt, awaited, holdsOnlyNow, entry, source);
    }

    /** Forgets what it was told since, because the answer is made anew. */
    public void goBackTo(Heard before) {
        changesAt = before.changesAt();
        changedAt = before.changedAt();
        awaited = before.awaited();
        holdsOnlyNow = before.holdsOnlyNow();
        entry = before.entry();
        source = before.source();
    }

    /** Says when what the answer was made from last changed. */
    public void madeFromStateOf(Instant moment) {
        changesAt(moment);
    }

    /** Says that the answer is made of this entry, and of nothing else in the store but what it says it includes. */
    public void madeOfEntry(UUID id) {
        entry = id;
    }

    @Nullable
    public UUID entry() {
        return entry;
    }

    /** Says where what is read next comes from; of several, the earliest counts. */
    public void readsFrom(CacheableResponse.Source next) {
        if (source == null || next.isBefore(source)) {
            source = next;
        }
    }

    public CacheableResponse.@Nullable Source source() {
        return source;
    }

    /** When the answer will read differently by itself, as far as it is known; null when it is not. */
    public @Nullable Instant nextChange() {
        return changesAt;
    }

    /** Since when the answer has read as it does; null when nothing that changes is in it. */
    public @Nullable Instant lastChange() {
        return changedAt;
    }
}

package org.putokaz.contact.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.ServedArea;
import org.putokaz.contact.address.MessagingApp;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.contact.address.PhoneNumber;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.time.hours.OpeningHours;

/**
 * Content of a contact channel in all languages, as editors write it and the store keeps it.
 *
 * @param unit the organisational unit that it reaches; null for a channel of somebody else
 * @param provider who answers it, where that is not the institution
 * @param app in which an account is; of the kind messaging alone
 * @param value as dialled or typed; never translated
 * @param region the country in which a number without a country code is dialled, as ISO 3166-1 in capitals; null for that of
 *     the unit, or else of the institution
 * @param dialableFromAbroad whether callers in other countries reach it, as the institution states it; null when that follows
 *     from the number, or is not known
 * @param confirmedUnlisted whether the institution has made sure that a short code works that is in no table
 * @param address of a place or for post, in place of a value
 * @param audiences whom it is for; empty for everybody
 * @param languages spoken or read at the other end
 * @param areaServed the areas whose people it serves; empty when not stated
 * @param hours when it answers, in the first regime; null when that is not known
 * @param additionalHours other regimes of hours, for other languages or services; {@code hours} is then stated too
 * @param tollFree whether a call costs nothing; null when not stated
 * @param cost of using it; null when not stated
 * @param costNote what the cost depends on, in one line
 * @param anonymous whether callers may stay anonymous; null when not stated
 * @param confidentiality what happens with that which callers tell (CommonMark)
 * @param emergency whether it is for danger to life; null when not stated
 * @param rank 1 for the channel to try first
 * @param lastVerified the day on which it was last verified to work
 * @param verifyEvery days until the next verification
 * @param availableFrom the first day on which it is listed; {@code availableUntil} the last
 */
@RecordBuilder
public record ChannelContent(
        @Nullable UUID unit,
        @Nullable ServiceProvider provider,
        @Nullable ChannelKind kind,
        @Nullable MessagingApp app,
        @Nullable String value,
        @Nullable String region,
        @Nullable Boolean confirmedUnlisted,
        @Nullable Boolean dialableFromAbroad,
        @Nullable PostalAddress address,
        @Nullable LocalisedText label,
        @Nullable LocalisedText description,
        List<Purpose> purposes,
        List<Audience> audiences,
        List<Language> languages,
        List<ServedArea> areaServed,
        @Nullable OpeningHours hours,
        List<OpeningHours> additionalHours,
        @Nullable Boolean tollFree,
        @Nullable ChannelCost cost,
        @Nullable LocalisedText costNote,
        @Nullable Boolean anonymous,
        @Nullable LocalisedText confidentiality,
        @Nullable Boolean emergency,
        int rank,
        @Nullable LocalDate lastVerified,
        @Nullable Integer verifyEvery,
        @Nullable LocalDate availableFrom,
        @Nullable LocalDate availableUntil) {

    public ChannelContent {
        purposes = purposes == null ? List.of() : List.copyOf(purposes);
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        languages = languages == null ? List.of() : List.copyOf(languages);
        areaServed = areaServed == null ? List.of() : List.copyOf(areaServed);
        additionalHours = additionalHours == null ? List.of() : List.copyOf(additionalHours);
    }

    /** The day by which it has to be verified again; null when no interval is set. */
    @Nullable
    public LocalDate verificationDue() {
        return lastVerified == null || verifyEvery == null ? null : lastVerified.plusDays(verifyEvery);
    }

    /** Whether it is free of charge, by either member that states it; null when neither does. */
    @Nullable
    public Boolean effectiveTollFree() {
        return tollFree != null || cost == null ? tollFree : Boolean.valueOf(cost == ChannelCost.FREE);
    }

    /** The cost, by either member that states it: free of charge is {@link ChannelCost#FREE}. */
    @Nullable
    public ChannelCost effectiveCost() {
        return cost == null && Boolean.TRUE.equals(tollFree) ? ChannelCost.FREE : cost;
    }

    /** All regimes of opening hours, the main one first; empty when none is known. */
    public List<OpeningHours> regimes() {
        return Stream.concat(Stream.ofNullable(hours), additionalHours.stream()).toList();
    }

    /**
     * The languages in which a regime of hours holds: its own, or else those of the channel; empty when none are known.
     *
     * @param regime one of {@link #regimes()}
     */
    public List<Language> languagesOf(OpeningHours regime) {
        return regime.languages().isEmpty() ? languages : regime.languages();
    }

    /** The machine-readable address of a published channel. */
    public ChannelAddress toAddress(NumberingContext numbering, LanguagePolicy policy) {
        if (value == null) {
            return ChannelAddress.ofPlace(Objects.requireNonNull(address)
                    .line(text -> policy.resolve(text, policy.authoritative())
                            .orElseThrow()
                            .text()));
        }
        return ChannelAddress.ofPublished(Objects.requireNonNull(kind), app, value, numbering)
                .withDialableFromAbroad(dialableFromAbroad);
    }

    /**
     * In international form or as a short code, and the number of an account in a messaging app; as written where it is not
     * valid, null where nothing is dialled.
     */
    @Nullable
    public String dialledNumber(NumberingContext numbering) {
        if (kind == ChannelKind.MESSAGING && value != null && app != null) {
            return ChannelAddress.ofPublished(kind, app, value, numbering).e164();
        }
        if (value == null || kind == null || !kind.isDialled()) {
            return null;
        }
        try {
            PhoneNumber number = PhoneNumber.of(value, numbering);
            return Objects.requireNonNullElseGet(number.e164(), number::displayWithoutExtension);
        } catch (InvalidValueException invalid) {
            return value;
        }
    }

    /** Only by a channel that serves the same purpose; by a fax only where this is one, as nobody can call a fax. */
    public boolean canBeReplacedBy(ChannelContent other) {
        boolean fax = other.kind == ChannelKind.FAX && kind != ChannelKind.FAX;
        return !fax && !Collections.disjoint(purposes, other.purposes);
    }

    /** @param institutionRegion the country of a channel that names none */
    public NumberingContext numbering(String institutionRegion) {
        return new NumberingContext(
                Objects.requireNonNullElse(region, institutionRegion), Boolean.TRUE.equals(confirmedUnlisted));
    }

    /** The same with other fields that it takes from its unit. */
    public ChannelContent withPlace(@Nullable UUID ofUnit, @Nullable String country, @Nullable LocalDate lastDay) {
        return ChannelContentBuilder.builder(this)
                .unit(ofUnit)
                .region(country)
                .availableUntil(lastDay)
                .build();
    }

    public ChannelContent withDerivedLanguages(LanguageDerivation derivation) {
        return ChannelContentBuilder.builder(this)
                .address(address == null ? null : address.withDerivedLanguages(derivation))
                .provider(provider == null ? null : provider.withDerivedLanguages(derivation))
                .label(derivation.plain(label))
                .description(derivation.prose(description))
                .costNote(derivation.plain(costNote))
                .confidentiality(derivation.prose(confidentiality))
                .hours(hours == null ? null : HoursTextDerivation.apply(hours, derivation))
                .additionalHours(
                        derivation.each(additionalHours, regime -> HoursTextDerivation.apply(regime, derivation)))
                .areaServed(ServedArea.withDerivedLanguages(areaServed, derivation))
                .build();
    }
}

package org.putokaz.contact;

import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.time.hours.OpeningHours;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact channel with all its languages.
 *
 * @param unit whom it reaches
 * @param value as dialled or typed; never translated
 * @param languages spoken or read at the other end
 * @param tollFree whether a call costs nothing; null where nobody said
 * @param anonymous whether a caller need not say who they are; null where nobody said
 * @param emergency whether it is for danger to life; null where nobody said
 * @param rank 1 is the one to try first
 * @param lastVerified the day somebody made sure that it works
 * @param verifyEvery after how many days that has to be done again
 * @param availableFrom the first day it may be shown, {@code availableUntil} the last
 */
record ChannelContent(
        @Nullable UUID unit,
        @Nullable ChannelKind kind,
        @Nullable String value,
        @Nullable LocalisedText label,
        @Nullable LocalisedText description,
        List<Purpose> purposes,
        List<Audience> audiences,
        List<Language> languages,
        @Nullable OpeningHours hours,
        @Nullable Boolean tollFree,
        @Nullable Boolean anonymous,
        @Nullable Boolean emergency,
        int rank,
        @Nullable LocalDate lastVerified,
        @Nullable Integer verifyEvery,
        @Nullable LocalDate availableFrom,
        @Nullable LocalDate availableUntil) {

    ChannelContent {
        purposes = purposes == null ? List.of() : List.copyOf(purposes);
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /** The day by which somebody has to make sure again that it works; null where nobody promised to. */
    @Nullable
    LocalDate verificationDue() {
        return lastVerified == null || verifyEvery == null ? null : lastVerified.plusDays(verifyEvery);
    }

    ChannelContent derived(LanguageDerivation derive) {
        return new ChannelContent(
                unit,
                kind,
                value,
                derive.plain(label),
                derive.prose(description),
                purposes,
                audiences,
                languages,
                hours == null ? null : HoursLabelDerivation.derived(hours, derive),
                tollFree,
                anonymous,
                emergency,
                rank,
                lastVerified,
                verifyEvery,
                availableFrom,
                availableUntil);
    }
}

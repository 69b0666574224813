package org.putokaz.organisation;

import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.time.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisational unit with all its languages, as editors write it and the store keeps it.
 *
 * @param parent the unit this one is part of
 * @param predecessors the units whose work this one took over
 * @param established when it came into being; {@code dissolved} when it ceased to exist
 * @param confidentialLocation that nobody may publish where it is; shelters, above all
 * @param languages spoken there
 * @param accessibility how it can be reached and used by people with disabilities
 * @param sortOrder smaller comes first among its siblings
 */
record UnitContent(
        @Nullable LocalisedText name,
        @Nullable LocalisedText shortName,
        @Nullable LocalisedText description,
        @Nullable UnitKind kind,
        @Nullable UUID parent,
        List<UUID> predecessors,
        @Nullable PartialDate established,
        @Nullable PartialDate dissolved,
        List<LegalBasis> legalBasis,
        @Nullable Address address,
        @Nullable GeoPoint location,
        boolean confidentialLocation,
        List<Language> languages,
        @Nullable LocalisedText accessibility,
        int sortOrder) {

    UnitContent {
        predecessors = predecessors == null ? List.of() : List.copyOf(predecessors);
        legalBasis = legalBasis == null ? List.of() : List.copyOf(legalBasis);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /** The act a unit rests on, and where it was published. */
    record LegalBasis(
            @Nullable LocalisedText title,
            @Nullable LocalisedText gazette,
            @Nullable LocalDate date,
            @Nullable String url) {}

    /** @param country ISO 3166-1 alpha-2 */
    record Address(
            @Nullable LocalisedText street,
            @Nullable LocalisedText city,
            @Nullable String postalCode,
            @Nullable LocalisedText district,
            @Nullable String country) {}

    /** In degrees, WGS 84. */
    record GeoPoint(double latitude, double longitude) {

        /** What JSON may write and no number can hold. */
        GeoPoint {
            if (!Double.isFinite(latitude) || !Double.isFinite(longitude)) {
                throw new InvalidValueException("not-on-earth");
            }
        }
    }

    UnitContent derived(LanguageDerivation derive) {
        return new UnitContent(
                derive.plain(name),
                derive.plain(shortName),
                derive.prose(description),
                kind,
                parent,
                predecessors,
                established,
                dissolved,
                derive.each(
                        legalBasis,
                        basis -> new LegalBasis(
                                derive.plain(basis.title), derive.plain(basis.gazette), basis.date, basis.url)),
                address == null
                        ? null
                        : new Address(
                                derive.plain(address.street),
                                derive.plain(address.city),
                                address.postalCode,
                                derive.plain(address.district),
                                address.country),
                location,
                confidentialLocation,
                languages,
                derive.prose(accessibility),
                sortOrder);
    }
}

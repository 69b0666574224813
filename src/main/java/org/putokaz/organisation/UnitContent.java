package org.putokaz.organisation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.ServedArea;
import org.putokaz.live.family.Attachment;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.References;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.organisation.service.ServiceContent;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.time.date.PartialDate;

/**
 * Content of an organisational unit in all languages, as editors write it and the store keeps it.
 *
 * @param formerNames the names that it had before
 * @param identifiers its numbers in public registers
 * @param parent the unit that this one is part of
 * @param predecessors the units whose work this one took over
 * @param established start of its existence; {@code dissolved} the end
 * @param confidentialLocation whether its location may not be published, as for shelters
 * @param languages spoken there
 * @param areaServed the areas whose people it serves; empty when not stated
 * @param accessibility for people with disabilities
 * @param attachments links to leaflets about it
 * @param services that it offers, in the order in which they are shown
 * @param sortOrder smaller comes first among siblings
 */
@RecordBuilder
record UnitContent(
        @Nullable LocalisedText name,
        @Nullable LocalisedText shortName,
        List<FormerName> formerNames,
        List<Identifier> identifiers,
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
        List<ServedArea> areaServed,
        @Nullable LocalisedText accessibility,
        List<Attachment> attachments,
        List<ServiceContent> services,
        int sortOrder) {

    UnitContent {
        formerNames = formerNames == null ? List.of() : List.copyOf(formerNames);
        identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
        predecessors = predecessors == null ? List.of() : List.copyOf(predecessors);
        legalBasis = legalBasis == null ? List.of() : List.copyOf(legalBasis);
        languages = languages == null ? List.of() : List.copyOf(languages);
        areaServed = areaServed == null ? List.of() : List.copyOf(areaServed);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        services = services == null ? List.of() : List.copyOf(services);
    }

    /**
     * Name that a unit had for a time.
     *
     * @param from since when, as far as it is known; {@code until} the end
     */
    record FormerName(
            @Nullable LocalisedText name,
            @Nullable PartialDate from,
            @Nullable PartialDate until) {}

    /**
     * Number of a unit in a public register.
     *
     * @param scheme the register, such as {@code rs-mb}: {@link IdentifierRules}
     */
    record Identifier(@Nullable String scheme, @Nullable String value) {}

    /** Legal act on which a unit is founded, with its publication. */
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

        /** JSON numbers may be larger than a double can hold. */
        GeoPoint {
            if (!Double.isFinite(latitude) || !Double.isFinite(longitude)) {
                throw new InvalidValueException("not-on-earth");
            }
        }
    }

    /** @param replacement of the id of a referenced entry: the same id, another, or null to leave the reference out */
    UnitContent withReferences(Function<UUID, @Nullable UUID> replacement) {
        return UnitContentBuilder.builder(this)
                .parent(parent == null ? null : replacement.apply(parent))
                .predecessors(References.replaceAll(predecessors, replacement))
                .services(services.stream()
                        .map(service -> service.withReferences(replacement))
                        .toList())
                .build();
    }

    UnitContent withDerivedLanguages(LanguageDerivation derivation) {
        return UnitContentBuilder.builder(this)
                .name(derivation.plain(name))
                .shortName(derivation.plain(shortName))
                .formerNames(derivation.each(
                        formerNames,
                        former -> new FormerName(derivation.plain(former.name), former.from, former.until)))
                .description(derivation.prose(description))
                .legalBasis(derivation.each(
                        legalBasis,
                        basis -> new LegalBasis(
                                derivation.plain(basis.title), derivation.plain(basis.gazette), basis.date, basis.url)))
                .address(
                        address == null
                                ? null
                                : new Address(
                                        derivation.plain(address.street),
                                        derivation.plain(address.city),
                                        address.postalCode,
                                        derivation.plain(address.district),
                                        address.country))
                .accessibility(derivation.prose(accessibility))
                .areaServed(ServedArea.withDerivedLanguages(areaServed, derivation))
                .attachments(Attachment.withDerivedLanguages(attachments, derivation))
                .services(derivation.each(services, service -> service.withDerivedLanguages(derivation)))
                .build();
    }
}

package org.putokaz.organisation.service;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.ServedArea;
import org.putokaz.contact.content.Audience;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.References;
import org.putokaz.live.part.EntryPart;
import org.putokaz.locale.LocalisedText;

/**
 * Service that a unit offers, such as accommodation or legal help, in all languages. Its fields are those of {@code service} in
 * HSDS 3.0 and of the Public Service in CPSV-AP (decision 43). Texts but the name and the documents are CommonMark.
 *
 * @param eligibility who can use it
 * @param cost what it costs those who use it
 * @param requiredDocuments documents that they need
 * @param areaServed the areas whose people it serves; empty for those of the unit
 * @param audiences the people that it is for; empty for everybody
 * @param channels the contact channels by which it is reached
 */
@RecordBuilder
public record ServiceContent(
        @Nullable UUID id,
        @Nullable String slug,
        @Nullable LocalisedText name,
        @Nullable LocalisedText description,
        @Nullable LocalisedText eligibility,
        @Nullable LocalisedText cost,
        List<LocalisedText> requiredDocuments,
        List<ServedArea> areaServed,
        List<Audience> audiences,
        List<UUID> channels)
        implements EntryPart {

    public ServiceContent {
        requiredDocuments = requiredDocuments == null ? List.of() : List.copyOf(requiredDocuments);
        areaServed = areaServed == null ? List.of() : List.copyOf(areaServed);
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        channels = channels == null ? List.of() : List.copyOf(channels);
    }

    @Override
    public List<UUID> namedChannels() {
        return channels;
    }

    /** The service with the languages that are derived from the authoritative one. */
    public ServiceContent withDerivedLanguages(LanguageDerivation derivation) {
        return ServiceContentBuilder.builder(this)
                .name(derivation.plain(name))
                .description(derivation.prose(description))
                .eligibility(derivation.prose(eligibility))
                .cost(derivation.prose(cost))
                .requiredDocuments(derivation.each(
                        requiredDocuments, document -> Objects.requireNonNull(derivation.plain(document))))
                .areaServed(ServedArea.withDerivedLanguages(areaServed, derivation))
                .build();
    }

    /** @param replacement of the id of a channel: the same id, another, or null to leave the channel out */
    public ServiceContent withReferences(Function<UUID, @Nullable UUID> replacement) {
        return ServiceContentBuilder.builder(this)
                .channels(References.replaceAll(channels, replacement))
                .build();
    }
}

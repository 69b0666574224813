package org.putokaz.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaView;
import org.putokaz.contact.address.MessagingApp;
import org.putokaz.contact.content.Audience;
import org.putokaz.contact.content.ChannelCost;
import org.putokaz.contact.content.ChannelKind;
import org.putokaz.contact.content.Purpose;
import org.putokaz.http.view.Localisation;
import org.putokaz.http.view.SelfLink;

/** JSON form of a contact channel in one language. */
@Schema(name = "ContactChannel", description = "A way to reach a unit.")
@RecordBuilder
record ChannelView(
        UUID id,
        @Schema(examples = "kontakt-telefon-centra") String slug,

        @Schema(
                description =
                        "Id of the unit it reaches; null when that was withdrawn and nothing stands in its place, and for"
                                + " a channel of a `provider`.")
        @Nullable
        UUID unit,

        @Schema(description = "Who answers it, where that is not the institution itself; null otherwise.") @Nullable
        ProviderView provider,

        ChannelKind kind,

        @Schema(description = "The app in which the account of a `messaging` channel is; null for any other kind.")
        @Nullable
        MessagingApp app,

        @Schema(
                description =
                        "As its owner dials or types it; of a structured address, its line in the original language.",
                examples = "063 610 590")
        String value,

        @Schema(
                description =
                        "The country in whose numbering plan the value is, as ISO 3166-1: a number without a country"
                                + " code can be dialled there only; null for whatever is not dialled.",
                examples = "RS")
        @Nullable
        String region,

        @Schema(
                description = "The number in international form (E.164); null for a short code, which has none, and for"
                        + " whatever is not dialled.",
                examples = "+38163610590")
        @Nullable
        String e164,

        @Schema(
                description =
                        "The extension, to be dialled after the connection, with its leading zeros; null for none.",
                examples = "012")
        @Nullable
        String extension,

        @Schema(
                description =
                        "For people: a number with the word for its extension, or an address, in the language of the"
                                + " texts.",
                examples = "063 610 590")
        String display,

        @Schema(
                description =
                        "What a link points at: `tel:`, `sms:`, `mailto:`, `viber:` or `https:`; null for a place, for a"
                                + " handle of Signal, and for a fax,"
                                + " which is not to be called.",
                examples = "tel:+38163610590")
        @Nullable
        String uri,

        @Schema(description = "Whether callers in other countries reach it; null for whatever is not dialled.")
        @Nullable
        Boolean dialableFromAbroad,

        @Schema(description = "Where it is, or for post; null for any other kind, and where only a text is known.")
        @Nullable
        PlaceView address,

        String label,

        @Schema(description = "CommonMark without raw HTML.") @Nullable
        String description,

        List<Purpose> purposes,

        @Schema(description = "Whom it is for; empty where that is not stated, which means everybody.")
        List<Audience> audiences,

        @Schema(description = "Languages spoken or read at the other end, as BCP 47 tags.")
        List<String> languages,

        @Schema(description = "The areas whose people it serves; empty where that is not stated.")
        List<AreaView> areaServed,

        @Schema(description = "When somebody answers; null where that is not stated.") @Nullable
        HoursView hours,

        @Schema(
                description =
                        "Other regimes of hours, for some languages or one service, beside `hours`; empty where there is one.")
        List<HoursView> additionalHours,

        @Schema(
                description =
                        "Whether a call costs nothing, by whichever of `tollFree` and `cost` is stated; null where neither is.")
        @Nullable
        Boolean tollFree,

        @Schema(
                description =
                        "What it costs within the country: nothing, as much as a call within the town, as much as any"
                                + " other call or message, or more; null where that is not stated.")
        @Nullable
        ChannelCost cost,

        @Schema(description = "What the cost depends on; null where nothing is said.") @Nullable
        String costNote,

        @Schema(description = "Whether callers need not say who they are; null where that is not stated.") @Nullable
        Boolean anonymous,

        @Schema(
                description =
                        "What happens with that which callers tell: who hears it, and when it is passed on; CommonMark"
                                + " without raw HTML. Null where that is not stated.")
        @Nullable
        String confidentiality,

        @Schema(description = "Whether it is for danger to life; null where that is not stated.") @Nullable
        Boolean emergency,

        @Schema(description = "1 is the one to try first.") int rank,

        @Schema(description = "The first day it may be used; null when there is none.") @Nullable
        LocalDate availableFrom,

        @Schema(description = "The last day it may be used; null when there is none.") @Nullable
        LocalDate availableUntil,

        Verification verification,

        @Schema(description = "When the public last saw a change of this entry.")
        Instant publishedAt,

        SelfLink links,
        Localisation localisation,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included) {

    @Schema(name = "ServiceProvider", description = "An organisation outside of the institution, such as the police.")
    record ProviderView(
            @Schema(examples = "Police of Serbia") String name,

            @Schema(description = "Its website; null where none is named.") @Nullable
            String url) {}

    @Schema(name = "Place", description = "A structured address.")
    record PlaceView(
            @Nullable String street,

            @Schema(description = "The number of the house.") @Nullable
            String building,

            @Nullable String floor,
            @Nullable String room,
            @Nullable String postalCode,
            String city,

            @Schema(description = "ISO 3166-1 alpha-2.", examples = "RS") @Nullable
            String country,

            @Schema(description = "How to get there; CommonMark without raw HTML.") @Nullable
            String directions) {}

    @Schema(name = "Verification", description = "Whether somebody made sure that the channel works.")
    record Verification(
            @Schema(description = "The day it was last done; null when that is not recorded.") @Nullable
            LocalDate lastVerified,

            @Schema(description = "The day by which it has to be done again; null when nobody promised to.") @Nullable
            LocalDate due,

            @Schema(description = "Whether that day is past.")
            boolean stale) {}

    /** All regimes of hours, in the order of the content. */
    List<HoursView> regimes() {
        return Stream.concat(Stream.ofNullable(hours), additionalHours.stream()).toList();
    }

    ChannelView withIncluded(@Nullable Map<String, List<? extends Record>> more) {
        return ChannelViewBuilder.builder(this).included(more).build();
    }
}

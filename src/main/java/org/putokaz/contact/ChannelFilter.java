package org.putokaz.contact;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Parameters;
import org.putokaz.live.Listing;

/** By what channels can be narrowed down, wherever they are listed. */
record ChannelFilter(
        @QueryParam("unit")
        @Parameter(description = "Only channels of the unit with this id.", schema = @Schema(ref = "Id"))
        @Nullable
        String unit,

        @QueryParam("kind")
        @Parameter(description = "Only channels of this kind.", schema = @Schema(implementation = ChannelKind.class))
        @Nullable
        String kind,

        @QueryParam("purpose")
        @Parameter(description = "Only channels for this purpose.", schema = @Schema(implementation = Purpose.class))
        @Nullable
        String purpose,

        @QueryParam("audience")
        @Parameter(description = "Only channels for these people.", schema = @Schema(implementation = Audience.class))
        @Nullable
        String audience,

        @QueryParam("language")
        @Parameter(
                description = "Only channels where this language is spoken or read; a BCP 47 tag.",
                schema = @Schema(ref = "LanguageTag"))
        @Nullable
        String language,

        @QueryParam("tollFree")
        @Parameter(
                description = "Only channels that are stated to be free of charge (`true`) or not to be (`false`).",
                schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN))
        @Nullable
        String tollFree,

        @QueryParam("anonymous")
        @Parameter(
                description = "Only channels that are stated to be anonymous (`true`) or not to be (`false`).",
                schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN))
        @Nullable
        String anonymous,

        @QueryParam("emergency")
        @Parameter(
                description = "Only channels that are stated to be for danger to life (`true`) or not to be (`false`).",
                schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN))
        @Nullable
        String emergency) {

    Listing narrow(Listing listing) {
        return listing.in("unit", "unit", Parameters.id("unit", unit))
                .in("kind", "kind", Parameters.choice("kind", kind, ChannelKind.class))
                .having("purpose", Parameters.choice("purpose", purpose, Purpose.class))
                .having("audience", Parameters.choice("audience", audience, Audience.class))
                .having("language", Parameters.language("language", language))
                .where("f.toll_free = ?", "tollFree", Parameters.flag("tollFree", tollFree))
                .where("f.anonymous = ?", "anonymous", Parameters.flag("anonymous", anonymous))
                .where("f.emergency = ?", "emergency", Parameters.flag("emergency", emergency));
    }
}

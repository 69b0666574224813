package org.putokaz.contact;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaFilter;
import org.putokaz.contact.content.Audience;
import org.putokaz.contact.content.ChannelKind;
import org.putokaz.contact.content.Purpose;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.read.EntryListQuery;
import org.putokaz.locale.Language;

/** Query parameters by which every list of contact channels can be filtered. */
record ChannelFilterParameters(
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
        @Parameter(
                description =
                        "Only channels for these people: those that name them, those for the `public`, and those that"
                                + " name nobody, which are for everybody.",
                schema = @Schema(implementation = Audience.class))
        @Nullable
        String audience,

        @QueryParam("language")
        @Parameter(
                description = "Only channels where this language is spoken or read; `en` finds `en-GB` too.",
                schema = @Schema(ref = "LanguageRange"))
        @Nullable
        String language,

        @QueryParam("areaServed")
        @Parameter(
                description =
                        "Only channels that serve this area or a part of it, because they state it, an area that"
                                + " contains it or one that it contains, and those that state no code: not to know is not to refuse.",
                schema = @Schema(ref = "AreaCode"))
        @Nullable
        String areaServed,

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

    EntryListQuery applyTo(EntryListQuery listing) {
        return AreaFilter.apply(listing, areaServed)
                .filterIndexed("unit", "unit", QueryParameterParser.id("unit", unit))
                .filterIndexed("kind", "kind", QueryParameterParser.choice("kind", kind, ChannelKind.class))
                .filterFacet("purpose", QueryParameterParser.choice("purpose", purpose, Purpose.class))
                .filterFacetOrUnstated(
                        "audience", QueryParameterParser.choice("audience", audience, Audience.class), Audience.PUBLIC)
                .filterLanguage(QueryParameterParser.languageRange("language", language))
                .filter("f.toll_free = ?", "tollFree", QueryParameterParser.flag("tollFree", tollFree))
                .filter("f.anonymous = ?", "anonymous", QueryParameterParser.flag("anonymous", anonymous))
                .filter("f.emergency = ?", "emergency", QueryParameterParser.flag("emergency", emergency));
    }

    /** Whether one of the languages is in the range asked for, or none is asked for or stated. */
    boolean isServedIn(List<Language> languages) {
        String range = QueryParameterParser.languageRange("language", language);
        return range == null
                || range.equals(QueryParameterParser.ANY_LANGUAGE)
                || languages.isEmpty()
                || languages.stream()
                        .map(Language::tag)
                        .anyMatch(tag -> tag.equals(range) || tag.startsWith(range + "-"));
    }
}

package org.putokaz.http.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Canonical link of an entry, which stays the same for as long as its slug does. */
@Schema(name = "EntryLinks")
public record SelfLink(
        @Schema(
                description = "Path of this entry on this server.",
                examples = "/api/v1/help-guides/potrebna-ti-je-pomoc")
        String self) {

    public static SelfLink of(String family, String slug) {
        return new SelfLink("/api/v1/" + family + "/" + slug);
    }
}

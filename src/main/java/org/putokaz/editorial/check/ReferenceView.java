package org.putokaz.editorial.check;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Entry that refers to another one. */
@Schema(name = "EditorialReference", description = "An entry that names another one.")
public record ReferenceView(
        UUID entry,
        String family,

        @Schema(description = "The last part of its address; null until one is chosen.") @Nullable
        String slug,

        @Schema(description = "What it is called; null while it has no name.") @Nullable
        String name,

        @Schema(
                description =
                        "Whether its published revision does; readers do not get a reference to an entry that is gone.")
        boolean published,

        @Schema(description = "Whether its newest revision does.")
        boolean draft,

        @Schema(description = "Where, as JSON pointers into the entry.")
        List<String> pointers) {}

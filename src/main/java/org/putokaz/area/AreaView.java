package org.putokaz.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.locale.LocalisedText;

/** JSON form of an area that is served, in one language. */
@Schema(name = "AreaServed", description = "An area that is served: a municipality, a district, a country, or abroad.")
public record AreaView(
        @Schema(description = "The list that the code is from; null for an area without a code.") @Nullable
        AreaScheme scheme,

        @Schema(description = "The code in that list; null for an area without a code.", examples = "RS-06") @Nullable
        String code,

        @Schema(examples = "South Bačka District") String name) {

    /** @param pointer JSON pointer of the list in the response */
    public static List<AreaView> of(String pointer, List<ServedArea> areas, EntryLocaliser localiser) {
        List<AreaView> views = new ArrayList<>();
        for (ServedArea area : areas) {
            AreaCode code = area.areaCode();
            // A code that a later table lacks is still shown.
            LocalisedText name = code == null ? area.name() : AreaDirectory.name(code);
            String text = name == null
                    ? Objects.requireNonNullElse(area.code(), "")
                    : localiser.required(pointer + "/" + views.size() + "/name", name);
            views.add(new AreaView(area.scheme(), area.code(), text));
        }
        return views;
    }
}

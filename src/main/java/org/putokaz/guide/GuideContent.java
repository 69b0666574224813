package org.putokaz.guide;

import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.LocalisedText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A help guide with its steps in order and all its languages.
 *
 * @param sortOrder smaller comes first
 */
record GuideContent(
        @Nullable LocalisedText title,
        @Nullable LocalisedText summary,
        @Nullable GuideAudience audience,
        int sortOrder,
        List<Step> steps) {

    GuideContent {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /**
     * One step. Its id and its slug (unique within the guide) are its own for ever, as an entry's are.
     *
     * @param contactChannels the channels that this step sends the reader to
     */
    record Step(
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable LocalisedText title,
            @Nullable LocalisedText body,
            List<UUID> contactChannels) {

        Step {
            contactChannels = contactChannels == null ? List.of() : List.copyOf(contactChannels);
        }
    }

    GuideContent derived(LanguageDerivation derive) {
        return new GuideContent(
                derive.plain(title),
                derive.prose(summary),
                audience,
                sortOrder,
                derive.each(
                        steps,
                        step -> new Step(
                                step.id,
                                step.slug,
                                derive.plain(step.title),
                                derive.prose(step.body),
                                step.contactChannels)));
    }
}

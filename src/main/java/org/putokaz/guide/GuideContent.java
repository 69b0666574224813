package org.putokaz.guide;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.Attachment;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.part.EntryPart;
import org.putokaz.locale.LocalisedText;

/**
 * Content of a help guide and its ordered steps in all languages, as editors write it and the store keeps it.
 *
 * @param sortOrder smaller comes first
 * @param attachments links to leaflets
 */
record GuideContent(
        @Nullable LocalisedText title,
        @Nullable LocalisedText summary,
        @Nullable GuideAudience audience,
        int sortOrder,
        List<Step> steps,
        List<Attachment> attachments) {

    GuideContent {
        steps = steps == null ? List.of() : List.copyOf(steps);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /**
     * Step of a guide.
     *
     * @param kind an ordinary step where it is null
     * @param contactChannels the channels that the step refers to
     */
    record Step(
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable StepKind kind,
            @Nullable LocalisedText title,
            @Nullable LocalisedText body,
            List<UUID> contactChannels)
            implements EntryPart {

        Step {
            contactChannels = contactChannels == null ? List.of() : List.copyOf(contactChannels);
        }

        StepKind kindOrDefault() {
            return kind == null ? StepKind.STEP : kind;
        }

        @Override
        public List<UUID> namedChannels() {
            return contactChannels;
        }
    }

    GuideContent withDerivedLanguages(LanguageDerivation derivation) {
        return new GuideContent(
                derivation.plain(title),
                derivation.prose(summary),
                audience,
                sortOrder,
                derivation.each(
                        steps,
                        step -> new Step(
                                step.id,
                                step.slug,
                                step.kind,
                                derivation.plain(step.title),
                                derivation.prose(step.body),
                                step.contactChannels)),
                Attachment.withDerivedLanguages(attachments, derivation));
    }
}

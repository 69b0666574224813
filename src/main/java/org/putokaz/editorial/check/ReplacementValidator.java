package org.putokaz.editorial.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.putokaz.editorial.draft.ContentValidator;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.live.Availability;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.problem.Message;

/**
 * Validator of the entry that is to stand in the place of another: readers who are led to a dissolved unit or to a channel that
 * has ended get no help there. The entry and its units are looked at in their newest drafts.
 */
@ApplicationScoped
public class ReplacementValidator {

    private final EditorialEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final ContentValidator validator;
    private final InstitutionConfig institution;
    private final Clock clock;

    @Inject
    ReplacementValidator(
            EditorialEntryRepository entries,
            ContentFamilyRegistry families,
            ContentValidator validator,
            InstitutionConfig institution,
            Clock clock) {
        this.entries = entries;
        this.families = families;
        this.validator = validator;
        this.institution = institution;
        this.clock = clock;
    }

    /** Since when the unit is dissolved or the channel has ended; empty when it is in use, or will end later. */
    public Optional<Message> findEnd(EditorialEntry replacement) {
        return findEnd(families.get(replacement.family), replacement);
    }

    private <C extends Record> Optional<Message> findEnd(ContentFamily<C> family, EditorialEntry replacement) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), institution.timezone());
        if (family.holdsUnits()) {
            return Optional.ofNullable(validator.factsOf(replacement.id).closedFrom())
                    .filter(closedFrom -> !closedFrom.isAfter(today))
                    .map(closedFrom -> Message.of("replacement-dissolved", closedFrom));
        }
        C content = ContentJson.read(entries.newestRevision(replacement).content(), family.contentType());
        return Optional.of(family.availability(validator.withInheritedFacts(family, content)))
                .filter(days -> days.hasEndedOn(today))
                .map(Availability::until)
                .map(lastDay -> Message.of("replacement-ended", Objects.requireNonNull(lastDay)));
    }
}

package org.putokaz.editorial.publish;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.check.EndingImpact;
import org.putokaz.editorial.check.Impact;
import org.putokaz.editorial.check.PlausibilityChecker;
import org.putokaz.editorial.check.TranslationChecker;
import org.putokaz.editorial.check.WithdrawalImpact;
import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.proofread.DraftProofreader;
import org.putokaz.editorial.proofread.LocatedFinding;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.locale.Language;
import org.putokaz.problem.Violation;

/**
 * Check of the texts that publication steps would publish. A report says exactly what the publication itself would say,
 * as both use the dry run in the published store, the {@link DraftProofreader} and the {@link ConfidentialProseChecker}.
 */
@ApplicationScoped
public class PublicationGate {

    private final PublicationDryRun dryRun;
    private final DraftProofreader proofreader;
    private final EditorialEntryRepository entries;
    private final ConfidentialProseChecker confidentialProse;
    private final PlausibilityChecker plausibility;
    private final TranslationChecker translations;
    private final WithdrawalImpact impact;
    private final EndingImpact endings;
    private final MessageCatalogue messages;

    @Inject
    PublicationGate(
            PublicationDryRun dryRun,
            DraftProofreader proofreader,
            EditorialEntryRepository entries,
            ConfidentialProseChecker confidentialProse,
            PlausibilityChecker plausibility,
            TranslationChecker translations,
            WithdrawalImpact impact,
            EndingImpact endings,
            MessageCatalogue messages) {
        this.dryRun = dryRun;
        this.proofreader = proofreader;
        this.entries = entries;
        this.confidentialProse = confidentialProse;
        this.plausibility = plausibility;
        this.translations = translations;
        this.impact = impact;
        this.endings = endings;
        this.messages = messages;
    }

    /** The report on one entry. Must not be called in a transaction: the dry run needs its own. */
    public PublishabilityReport report(UUID entry, PublicationStep step, Language language) {
        return report(List.of(step), language, pointersOf(entry));
    }

    /**
     * The report on several entries that are published together. Must not be called in a transaction.
     *
     * @param pointers translation of an entry and a pointer into it to a pointer into the response; null when the entry
     *     is none of these
     */
    public PublishabilityReport report(
            List<PublicationStep> steps, Language language, BiFunction<UUID, String, @Nullable String> pointers) {
        List<FindingView> errors = new ArrayList<>();
        dryRun.run(steps).forEach((entry, violations) -> {
            for (Violation violation : violations) {
                Violation inContent = DraftContentParser.toEntryPointer(violation);
                String pointer = pointers.apply(entry, inContent.location());
                errors.add(FindingView.of(
                        inContent,
                        pointer,
                        pointer == null ? entry : null,
                        messages.text(inContent.reason(), language)));
            }
        });
        return report(steps, errors, language, pointers);
    }

    /**
     * The report on an entry that has just been published as it is now, for which the store has found nothing. A dry
     * run would take two more transactions and the lock that other publications wait for.
     */
    public PublishabilityReport reportWithoutDryRun(UUID entry, PublicationStep step, Language language) {
        return report(List.of(step), List.of(), language, pointersOf(entry));
    }

    private static BiFunction<UUID, String, @Nullable String> pointersOf(UUID entry) {
        return (id, pointer) -> entry.equals(id) ? pointer : null;
    }

    private PublishabilityReport report(
            List<PublicationStep> steps,
            List<FindingView> storeErrors,
            Language language,
            BiFunction<UUID, String, @Nullable String> pointers) {
        List<FindingView> errors = new ArrayList<>(storeErrors);
        List<FindingView> warnings = new ArrayList<>();
        ConfidentialProseChecker.Publication publication = confidentialProse.publicationOf(steps);
        for (PublicationStep step : steps) {
            List<LocatedFinding> findings =
                    QuarkusTransaction.requiringNew().call(() -> findInTexts(step, publication));
            for (LocatedFinding located : findings) {
                String pointer = String.valueOf(pointers.apply(step.entry(), located.pointer()));
                String message = messages.text(located.finding().message(), language);
                (located.isError() ? errors : warnings).add(FindingView.of(located.finding(), pointer, message));
            }
            warnings.addAll(warnings(step, steps, language, pointers));
        }
        return PublishabilityReport.of(errors, warnings);
    }

    /** What is suspicious in the values of a step, and which entries name what it withdraws. */
    private List<FindingView> warnings(
            PublicationStep step,
            List<PublicationStep> steps,
            Language language,
            BiFunction<UUID, String, @Nullable String> pointers) {
        List<FindingView> warnings = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            if (step.action() == PublicationStep.Action.WITHDRAW) {
                Set<UUID> together = steps.stream().map(PublicationStep::entry).collect(Collectors.toSet());
                addImpacts(impact.find(step.entry(), step.replacedBy(), together), language, warnings);
            } else {
                entries.find(step.entry())
                        .ifPresent(entry ->
                                addImpacts(endings.find(entry, step.revisionOrNewest(entry)), language, warnings));
                for (Violation warning : textWarnings(step)) {
                    String pointer = String.valueOf(pointers.apply(step.entry(), warning.location()));
                    warnings.add(view(warning, pointer, null, language));
                }
            }
        });
        return warnings;
    }

    private void addImpacts(List<Impact> impacts, Language language, List<FindingView> warnings) {
        for (Impact found : impacts) {
            warnings.add(view(found.warning(), found.warning().location(), found.entry(), language));
        }
    }

    private List<Violation> textWarnings(PublicationStep step) {
        List<Violation> found = new ArrayList<>();
        entries.find(step.entry()).ifPresent(entry -> {
            int revision = step.revisionOrNewest(entry);
            found.addAll(plausibility.findWarnings(entry, revision));
            found.addAll(translations.findWarnings(entry, revision, step.stillCurrent()));
        });
        return found;
    }

    private FindingView view(Violation warning, String pointer, @Nullable UUID entry, Language language) {
        return FindingView.of(warning, pointer, entry, messages.text(warning.reason(), language));
    }

    private List<LocatedFinding> findInTexts(PublicationStep step, ConfidentialProseChecker.Publication publication) {
        List<LocatedFinding> findings = new ArrayList<>();
        if (step.action() == PublicationStep.Action.PUBLISH) {
            entries.find(step.entry())
                    .ifPresent(entry -> findings.addAll(proofreader.proofread(entry, step.revisionOrNewest(entry))));
        }
        findings.addAll(confidentialProse.check(step, publication));
        return findings;
    }

    /**
     * Refuses the texts in which errors are found; the store's rules are checked when the changes are applied.
     *
     * @throws PublicationRejectedException with the errors of all entries
     */
    void requireNoErrors(List<PublicationStep> steps) {
        Map<UUID, List<Violation>> errors = new TreeMap<>();
        ConfidentialProseChecker.Publication publication = confidentialProse.publicationOf(steps);
        for (PublicationStep step : steps) {
            List<Violation> found = findInTexts(step, publication).stream()
                    .filter(LocatedFinding::isError)
                    .map(LocatedFinding::toViolation)
                    .toList();
            if (!found.isEmpty()) {
                errors.putIfAbsent(step.entry(), found);
            }
        }
        dryRun.partErrors(steps).forEach((entry, error) -> errors.putIfAbsent(entry, List.of(error)));
        if (!errors.isEmpty()) {
            throw new PublicationRejectedException(errors);
        }
    }

    /**
     * Refuses what publication would refuse for its text, without publishing. Must not be called in a transaction.
     *
     * @throws PublicationRejectedException with the errors of the proofreader, or else with those of the store
     */
    public void requirePublishable(List<PublicationStep> steps) {
        QuarkusTransaction.requiringNew().run(() -> requireNoErrors(steps));
        Map<UUID, List<Violation>> violations = dryRun.run(steps);
        if (!violations.isEmpty()) {
            throw new PublicationRejectedException(violations);
        }
    }
}

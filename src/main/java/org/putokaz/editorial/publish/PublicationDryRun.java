package org.putokaz.editorial.publish;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.putokaz.editorial.check.LivePartsValidator;
import org.putokaz.live.write.LiveStore;
import org.putokaz.live.write.StoreChange;
import org.putokaz.problem.Violation;

/**
 * Dry run of publication steps in the published store.
 *
 * <p>Must not be called in a transaction: it uses two of its own, one after the other. The first reads the entries and
 * gives its connection back before the second, in which the store applies the changes and rolls them back.
 */
@ApplicationScoped
class PublicationDryRun {

    private final StoreChangeFactory changeFactory;
    private final LiveStore store;
    private final LivePartsValidator parts;

    @Inject
    PublicationDryRun(StoreChangeFactory changeFactory, LiveStore store, LivePartsValidator parts) {
        this.changeFactory = changeFactory;
        this.store = store;
        this.parts = parts;
    }

    /** The violations that the store would refuse the steps for, by entry; empty when it would accept them all. */
    Map<UUID, List<Violation>> run(List<PublicationStep> steps) {
        Map<UUID, List<Violation>> violations = new HashMap<>();
        List<StoreChange> changes = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            for (PublicationStep step : steps) {
                changeFactory
                        .findMissingSlug(step)
                        .ifPresent(missing -> violations.put(step.entry(), List.of(missing)));
                changes.add(changeFactory.createForDryRun(step));
            }
            partErrors(steps).forEach((entry, error) -> violations.put(entry, List.of(error)));
        });
        store.dryRun(changes).forEach((id, found) -> violations.merge(id, found, PublicationDryRun::concat));
        return violations;
    }

    /** The violations of the steps that withdraw a unit and leave its parts published. Must be called in a transaction. */
    Map<UUID, Violation> partErrors(List<PublicationStep> steps) {
        Set<UUID> together = steps.stream().map(PublicationStep::entry).collect(Collectors.toSet());
        Map<UUID, Violation> errors = new TreeMap<>();
        for (PublicationStep step : steps) {
            if (step.action() == PublicationStep.Action.WITHDRAW) {
                parts.find(step.entry(), Objects.requireNonNull(step.reason()), step.replacedBy(), together)
                        .ifPresent(error -> errors.put(step.entry(), error));
            }
        }
        return errors;
    }

    private static List<Violation> concat(List<Violation> first, List<Violation> second) {
        List<Violation> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}

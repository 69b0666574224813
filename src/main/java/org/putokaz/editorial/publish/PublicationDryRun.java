package org.putokaz.editorial.publish;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    @Inject
    PublicationDryRun(StoreChangeFactory changeFactory, LiveStore store) {
        this.changeFactory = changeFactory;
        this.store = store;
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
        });
        store.dryRun(changes).forEach((id, found) -> violations.merge(id, found, PublicationDryRun::concat));
        return violations;
    }

    private static List<Violation> concat(List<Violation> first, List<Violation> second) {
        List<Violation> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}

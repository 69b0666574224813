package org.putokaz.live.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * Startup task that updates the entries that an earlier release has published: it kept references to withdrawn entries, and
 * channels of dissolved units. It does nothing when it has run once.
 */
@ApplicationScoped
class DependentEntryRefresher {

    /** After the sort keys were rebuilt, before a content pack is loaded. */
    private static final int STARTUP_PRIORITY = SortKeyRebuilder.STARTUP_PRIORITY + 10;

    private static final Logger LOG = Logger.getLogger(DependentEntryRefresher.class);

    private final LiveStore store;

    @Inject
    DependentEntryRefresher(LiveStore store) {
        this.store = store;
    }

    void onStartup(@Observes @Priority(STARTUP_PRIORITY) StartupEvent event) {
        int updated = QuarkusTransaction.requiringNew().call(store::refreshDependentEntries);
        if (updated > 0) {
            LOG.infof("%d entries were updated because entries that they name are withdrawn or dissolved", updated);
        }
    }
}

package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.webhook.transport.WebhookHttpClient;

/**
 * Nodes that deliver webhooks: the one of the service that is tested, and others that a test starts. A worker with a dispatcher of
 * its own is another node, as far as the database can tell. A test calls {@link #reset} when it ends.
 */
@ApplicationScoped
public class DeliveryNodes {

    @Inject
    DeliveryWorker own;

    @Inject
    DeliveryClaimService claims;

    @Inject
    WebhookHttpClient client;

    @Inject
    WebhookMaintenance maintenance;

    @Inject
    FeedNotifier notifier;

    @Inject
    Clock clock;

    private final List<DeliveryWorker> others = new ArrayList<>();

    /** Starts another node. */
    public void startOther() {
        DeliveryWorker other = new DeliveryWorker(new DeliveryDispatcher(claims, client, clock), maintenance, notifier);
        others.add(other);
        other.start();
    }

    public void stopOwn() {
        own.stop();
    }

    public void restartOwn() {
        own.stop();
        own.start();
    }

    /** Stops the other nodes, and starts the own one if it was stopped. */
    public void reset() {
        others.forEach(DeliveryWorker::stop);
        others.clear();
        own.start();
    }
}

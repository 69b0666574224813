package org.putokaz.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Restart of the background delivery, as by a node that is stopped and started. */
@ApplicationScoped
public class WorkerRestarter {

    @Inject
    DeliveryWorker worker;

    public void restart() {
        worker.stop();
        worker.start();
    }
}

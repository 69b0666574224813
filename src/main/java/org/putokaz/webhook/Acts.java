package org.putokaz.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/** Notes in the audit trail what was done to an endpoint: which one and on which host, never the rest of its address. */
@Singleton
class Acts {

    private final AuditTrail trail;

    @Inject
    Acts(AuditTrail trail) {
        this.trail = trail;
    }

    /** In the transaction of the act, after all of its locks. */
    void record(Actor actor, String action, EndpointRow endpoint) {
        trail.record(actor, Act.of(action, Map.of("webhook", endpoint.id.toString(), "host", endpoint.host())));
    }
}

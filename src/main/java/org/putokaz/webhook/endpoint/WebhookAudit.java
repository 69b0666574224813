package org.putokaz.webhook.endpoint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Notes in the audit trail what was done to an endpoint: which one and on which host, never the rest of its address. */
@Singleton
public class WebhookAudit {

    private final AuditTrail trail;

    @Inject
    WebhookAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** In the transaction of the act, after all of its locks. */
    public void record(Actor actor, String action, EndpointEntity endpoint) {
        trail.record(actor, AuditEvent.of(action, Map.of("webhook", endpoint.id.toString(), "host", endpoint.host())));
    }
}

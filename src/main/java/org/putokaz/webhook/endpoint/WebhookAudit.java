package org.putokaz.webhook.endpoint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/**
 * Audit events of endpoints. They name the endpoint and its host, never the rest of its URL, which may hold secrets.
 */
@Singleton
public class WebhookAudit {

    private final AuditTrail trail;

    @Inject
    WebhookAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** Needs the transaction of the change, after all of its locks have been taken. */
    public void record(Actor actor, String action, EndpointEntity endpoint) {
        trail.record(actor, AuditEvent.of(action, Map.of("webhook", endpoint.id.toString(), "host", endpoint.host())));
    }
}

/**
 * Registered endpoints: {@link org.putokaz.webhook.endpoint.EndpointEntity} with its status, its position in the feed
 * and its claim; {@link org.putokaz.webhook.endpoint.EndpointRepository}, which locks the row of an endpoint before
 * anything changes it; {@link org.putokaz.webhook.endpoint.EndpointSecrets}, which sign deliveries; and
 * {@link org.putokaz.webhook.endpoint.WebhookAudit}, which records every change in the audit trail.
 */
@NullMarked
package org.putokaz.webhook.endpoint;

import org.jspecify.annotations.NullMarked;

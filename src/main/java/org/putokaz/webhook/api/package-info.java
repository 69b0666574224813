/**
 * HTTP interface of webhooks under {@code /partner/v1/webhooks}. {@link org.putokaz.webhook.api.WebhooksApi} is the
 * contract and {@link org.putokaz.webhook.api.WebhooksResource} its implementation;
 * {@link org.putokaz.webhook.api.EndpointRegistration} turns request bodies into endpoint settings and feed positions;
 * and {@link org.putokaz.webhook.api.WebhookQueryService} reads endpoints and deliveries. The other classes are bodies.
 */
@NullMarked
package org.putokaz.webhook.api;

import org.jspecify.annotations.NullMarked;

/**
 * Outgoing requests of webhooks, guarded against server-side request forgery (docs/decisions/0019).
 * {@link org.putokaz.webhook.transport.WebhookUrl} parses a URL once and rejects ambiguous spellings;
 * {@link org.putokaz.webhook.transport.DestinationResolver} resolves its host and accepts public addresses only;
 * {@link org.putokaz.webhook.transport.WebhookHttpClient} connects to exactly the address that was checked; and
 * {@link org.putokaz.webhook.transport.HttpExchange} yields a {@link org.putokaz.webhook.transport.DeliveryResult}.
 */
@NullMarked
package org.putokaz.webhook.transport;

import org.jspecify.annotations.NullMarked;

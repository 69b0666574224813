/**
 * Operations of partners on their endpoints. {@link org.putokaz.webhook.management.EndpointService} registers endpoints
 * and changes them, each change in one transaction with its audit event.
 * {@link org.putokaz.webhook.management.ManualDeliveryService} sends challenges, tests and replays at once and responds
 * with the result; its transactions, before and after the request, are in
 * {@link org.putokaz.webhook.management.ManualDeliveryTransactions}.
 */
@NullMarked
package org.putokaz.webhook.management;

import org.jspecify.annotations.NullMarked;

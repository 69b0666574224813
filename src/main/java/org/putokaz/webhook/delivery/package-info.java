/**
 * Background delivery of changes. {@link org.putokaz.webhook.delivery.DeliveryWorker} wakes
 * {@link org.putokaz.webhook.delivery.DeliveryDispatcher}, which finds due endpoints and processes each of them
 * independently: {@link org.putokaz.webhook.delivery.DeliveryClaimService} claims the endpoint,
 * {@link org.putokaz.webhook.delivery.NextDeliverySelector} selects a withdrawal for safety
 * ({@link org.putokaz.webhook.delivery.OutOfTurnSelector}), the pending delivery or the next change, and
 * {@link org.putokaz.webhook.delivery.PayloadWriter} writes its body. After the attempt
 * {@link org.putokaz.webhook.delivery.DeliveryResultRecorder} stores the result, and
 * {@link org.putokaz.webhook.delivery.RetryPolicy} says when a failed one is repeated. A delivery that is refused again and
 * again is set aside when the receiver accepts a control ({@link org.putokaz.webhook.delivery.ControlSelector}).
 */
@NullMarked
package org.putokaz.webhook.delivery;

import org.jspecify.annotations.NullMarked;

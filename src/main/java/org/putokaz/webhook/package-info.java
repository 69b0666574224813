/**
 * Webhooks for partners (Standard Webhooks 1.0, docs/decisions/0019): HTTPS endpoints that receive the changes of the
 * published store, in order, signed, and repeated until acknowledged.
 *
 * <p>{@code api} is the HTTP interface under {@code /partner/v1/webhooks}; {@code management} registers endpoints and
 * sends tests, challenges and replays; {@code delivery} is the background delivery of changes; {@code endpoint} holds
 * the registered endpoints; {@code transport} checks URLs and sends requests. Each uses only those after it;
 * {@code endpoint} uses the URLs of {@code transport}. No content is stored: the body of a delivery is made from the
 * live entry at each attempt.
 */
@NullMarked
package org.putokaz.webhook;

import org.jspecify.annotations.NullMarked;

/**
 * Delivery of changes to clients that wait for them, by long polling and by server-sent events (docs/decisions/0017).
 *
 * <p>{@link org.putokaz.sync.push.LongPollRegistry} keeps a {@code PendingPoll} for each waiting request, and {@link
 * org.putokaz.sync.push.SseBroadcaster} an {@code SseConnection} for each open stream. Each has one feed consumer,
 * which executes equal queries once and hands the result to all clients that wait for it.
 */
@NullMarked
package org.putokaz.sync.push;

import org.jspecify.annotations.NullMarked;

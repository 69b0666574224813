/**
 * Execution of uncached public reads on a small priority pool (docs/decisions/0029-dedicated-priority-pool.md).
 *
 * <ol>
 *   <li>{@link ResponseExecutorFilter} takes public reads that the cache did not answer, just before the REST layer.
 *   <li>{@link ResponseExecutor} queues them and runs first the one most other requests wait for; its size comes from
 *       {@link ResponseExecutorConfig}, by way of {@link ResponseExecutorProducer}.
 *   <li>The REST layer computes the response on that thread.
 *   <li>When the pool is blocked, as by a slow database, queued requests are handed over to the general worker pool.
 * </ol>
 */
@NullMarked
package org.putokaz.cache.executor;

import org.jspecify.annotations.NullMarked;

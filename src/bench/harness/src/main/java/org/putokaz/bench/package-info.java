/**
 * Benchmark harness: measures the service and its peers in turns, so that both figures of a ratio come from the same
 * round.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.bench;

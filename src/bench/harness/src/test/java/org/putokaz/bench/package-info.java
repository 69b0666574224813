/** Tests of the benchmark harness. */
@org.jspecify.annotations.NullMarked
package org.putokaz.bench;

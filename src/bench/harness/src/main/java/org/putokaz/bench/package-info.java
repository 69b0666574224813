/** Measures the service beside its peers, each number in the same round as the number it is compared with. */
@org.jspecify.annotations.NullMarked
package org.putokaz.bench;

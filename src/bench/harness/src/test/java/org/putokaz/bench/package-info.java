/** An instrument that lies is worse than none. */
@org.jspecify.annotations.NullMarked
package org.putokaz.bench;

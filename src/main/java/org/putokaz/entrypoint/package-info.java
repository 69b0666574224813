/** The front door: where a client starts when it knows nothing but the address. */
@org.jspecify.annotations.NullMarked
package org.putokaz.entrypoint;

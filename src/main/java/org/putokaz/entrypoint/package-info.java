/**
 * Entry point of the API at {@code /api/v1}: the institution, the languages and links to everything else, for a client
 * that knows nothing but the address.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.entrypoint;

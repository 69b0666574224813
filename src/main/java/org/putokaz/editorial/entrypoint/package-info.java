/**
 * Entry point of the editorial API at {@code /editorial/v1}: links to the lists, schemas and vocabularies that the role of
 * the client may use, for a client that knows nothing but the address.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.editorial.entrypoint;

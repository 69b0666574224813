/**
 * The answers on the wire, said once for every family: parameters read strictly, languages negotiated, problems,
 * conditional requests, codings, cursors and the headers that every response carries.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.http;

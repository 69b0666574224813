/**
 * HTTP conventions of the whole service; each concern is a package of its own. A request passes {@code edge} (headers
 * of all responses, malformed targets) and {@code request} (query string, language); a resource returns a record or
 * throws a problem; {@code response} and {@code problem} turn it into bytes and headers. {@code paging} and
 * {@code view} are what lists and entries have in common, {@code openapi} completes the contract, {@code config} holds
 * the settings.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.http;

/**
 * Explanations of the types of problem under {@code /api/v1/problems}, in JSON and HTML: what the {@code type} URI of a
 * problem opens (RFC 9457, section 3.1.1).
 */
@NullMarked
package org.putokaz.http.problempages;

import org.jspecify.annotations.NullMarked;

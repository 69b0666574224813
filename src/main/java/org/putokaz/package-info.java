/** Putokaz: published content of institutions that people turn to in need, as JSON. */
@org.jspecify.annotations.NullMarked
package org.putokaz;

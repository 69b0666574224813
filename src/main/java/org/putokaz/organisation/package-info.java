/** Organisational units: who the institution is made of, now and on any day before. */
@org.jspecify.annotations.NullMarked
package org.putokaz.organisation;

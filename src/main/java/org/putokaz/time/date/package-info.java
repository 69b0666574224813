/**
 * Partial dates in the EDTF profile of ISO 8601-2. {@link org.putokaz.time.date.EdtfParser} reads a text into a
 * {@link org.putokaz.time.date.PartialDate}: a {@link org.putokaz.time.date.SingleDate}, a {@link
 * org.putokaz.time.date.DateInterval} or a {@link org.putokaz.time.date.DateWithinRange}. Each has bounds for
 * sorting and filtering; {@link org.putokaz.time.date.PartialDateFormatter} writes it in words.
 */
@NullMarked
package org.putokaz.time.date;

import org.jspecify.annotations.NullMarked;

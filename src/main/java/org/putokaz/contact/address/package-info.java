/**
 * Parsers of telephone numbers, mail addresses and web addresses. Each accepts the usual spellings, keeps the typed
 * text for people, gives a URI for machines, and rejects anything else with an error code that names the character or
 * part to correct. {@link org.putokaz.contact.address.PhoneNumber} uses {@code PhoneNumberText}, {@code
 * PhoneNumberParser} and {@code ShortCodeDirectory}; {@link org.putokaz.contact.address.EmailAddress} and {@link
 * org.putokaz.contact.address.WebAddress} share {@code WebHost} and {@code HomoglyphDetector}.
 */
@NullMarked
package org.putokaz.contact.address;

import org.jspecify.annotations.NullMarked;

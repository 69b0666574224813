/**
 * Content of contact channels. {@link org.putokaz.contact.content.ChannelContent} is what an editor writes; {@link
 * org.putokaz.contact.content.ChannelValidator} checks it before publication and {@link
 * org.putokaz.contact.content.ChannelWarnings} finds what is suspicious. {@link org.putokaz.contact.content.ChannelAddress} is the
 * only class that knows how the value of each kind is written; the parsers of numbers and addresses are in {@code address}.
 */
@NullMarked
package org.putokaz.contact.content;

import org.jspecify.annotations.NullMarked;

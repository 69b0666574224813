/**
 * Content family of the contact channels. {@code ChannelFamily} connects {@code ChannelContent} to the live store:
 * {@code ChannelValidator} checks it before publication, {@code ChannelEntity} is its index row. {@code
 * ChannelResource} lists the rows that {@code ChannelListParameters} select and maps them by {@code
 * ChannelViewMapper} and {@code OpenNowMapper}. {@code ChannelAddress} is the only class that knows how the value of
 * each kind is written; the parsers of numbers and addresses are in {@code contact.address}.
 */
@NullMarked
package org.putokaz.contact;

import org.jspecify.annotations.NullMarked;

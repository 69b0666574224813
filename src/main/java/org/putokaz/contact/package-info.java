/**
 * Content family of the contact channels. {@code ChannelFamily} connects the content ({@code contact.content}) to the live
 * store; {@code ChannelEntity} is its index row. {@code ChannelResource} lists the rows that {@code ChannelListParameters}
 * select and maps them by {@code ChannelViewMapper} and {@code OpenNowMapper}.
 */
@NullMarked
package org.putokaz.contact;

import org.jspecify.annotations.NullMarked;

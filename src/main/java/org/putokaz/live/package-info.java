/**
 * The published store: what the public sees and nothing else. Entries come in through {@link org.putokaz.live.write.LiveStore}
 * alone, which gives every change its position in the feed; families read it with {@link org.putokaz.live.read.EntryListQuery}.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.live;

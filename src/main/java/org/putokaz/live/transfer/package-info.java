/**
 * Transfer of the whole published state from one store to another: {@link org.putokaz.live.transfer.StoreExporter} hands out
 * every entry with its history, {@link org.putokaz.live.transfer.StoreImporter} writes them into an empty store, so that both
 * give the same public responses. The package format is {@code org.putokaz.pack}'s.
 */
@NullMarked
package org.putokaz.live.transfer;

import org.jspecify.annotations.NullMarked;

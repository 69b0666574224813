/**
 * Writing the published store. {@link org.putokaz.live.write.LiveStore} applies a set of
 * {@link org.putokaz.live.write.StoreChange}s in one transaction: {@link org.putokaz.live.write.PositionAllocator} numbers
 * them, {@link org.putokaz.live.write.EntryWriter} writes each entry with its index rows
 * ({@link org.putokaz.live.write.EntryIndexRepository}), and {@link org.putokaz.live.write.StoreInvariants} are checked at the
 * end. Violations of all changes are collected and thrown together as a
 * {@link org.putokaz.live.write.PublicationRejectedException}.
 */
@NullMarked
package org.putokaz.live.write;

import org.jspecify.annotations.NullMarked;

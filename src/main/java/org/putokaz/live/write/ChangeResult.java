package org.putokaz.live.write;

import java.util.UUID;

/**
 * Result of one change.
 *
 * @param position of the entry's last change
 * @param changed false when exactly this was published already, at an earlier position
 */
public record ChangeResult(UUID id, long position, boolean changed) {}

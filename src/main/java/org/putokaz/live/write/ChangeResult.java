package org.putokaz.live.write;

import java.util.UUID;

/**
 * What became of one change.
 *
 * @param position of the entry's last change; an old one where nothing had to be done
 * @param changed false when the public already saw exactly this
 */
public record ChangeResult(UUID id, long position, boolean changed) {}

package org.putokaz.live.part;

import java.util.UUID;

/**
 * Current slug of a part and whether its entry still has it.
 *
 * @param slug the current or last one
 */
public record PartState(UUID id, String slug, boolean live) {}

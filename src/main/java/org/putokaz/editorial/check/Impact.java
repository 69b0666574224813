package org.putokaz.editorial.check;

import java.util.UUID;
import org.putokaz.problem.Violation;

/**
 * Consequence of a publication or withdrawal for another entry.
 *
 * @param warning what happens, with a pointer into the other entry
 */
public record Impact(UUID entry, Violation warning) {}

package org.putokaz.editorial.replacement;

import java.util.UUID;

/**
 * Draft of an entry in which the references to the replaced entry lead to its replacement.
 *
 * @param revision number of the draft
 * @param earlierRevision number of the newest revision before it
 */
public record ReplacementDraft(UUID entry, int revision, int earlierRevision) {}

package org.putokaz.pack.read;

import java.util.List;

/**
 * What was read from a pack, from lines or from a table.
 *
 * @param entries in the order in which they stand there; those that could not be read are missing
 * @param complaints everything that is wrong with how it is written; at most a thousand, and then how many more
 */
public record ImportResult(List<ImportedEntry> entries, List<ImportError> complaints) {

    public ImportResult {
        entries = List.copyOf(entries);
        complaints = List.copyOf(complaints);
    }
}

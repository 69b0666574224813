package org.putokaz.pack.read;

import java.util.List;

/**
 * Entries and errors of a parsed import.
 *
 * @param entries in the order of the file, without those that could not be read
 * @param errors in format and type; whether an entry may be published is not checked here
 */
public record ImportResult(List<ImportedEntry> entries, List<ImportError> errors) {

    public ImportResult {
        entries = List.copyOf(entries);
        errors = List.copyOf(errors);
    }
}

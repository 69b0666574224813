package org.putokaz.pack.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentParser;
import org.putokaz.problem.Violation;

/** Makes entries of envelopes whose own fields are right: reads the content by its type, and no id twice. */
final class ImportedEntryFactory {

    private final ImportErrorCollector complaints;
    private final List<ImportedEntry> read = new ArrayList<>();
    private final Map<UUID, String> fileOfId = new HashMap<>();

    ImportedEntryFactory(ImportErrorCollector complaints) {
        this.complaints = complaints;
    }

    List<ImportedEntry> read() {
        return read;
    }

    void add(SourceLocation place, ContentFamily<?> family, EntryEnvelope envelope) {
        String other = envelope.id() == null ? null : fileOfId.putIfAbsent(envelope.id(), place.file());
        if (other != null) {
            complaints.add(place.at(Violation.at("/id", "id-in-two-files", other)));
            return;
        }
        try {
            Record content = envelope.content() == null || envelope.withdrawn() != null
                    ? null
                    : ContentParser.read(Objects.requireNonNull(envelope.content()), family.contentType());
            read.add(new ImportedEntry(
                    place,
                    family,
                    envelope.id(),
                    envelope.slug(),
                    content == null ? null : ContentJson.tree(content),
                    false,
                    envelope.importanceOrMajor(),
                    envelope.note(),
                    envelope.past()));
        } catch (ContentParser.Unreadable unreadable) {
            complaints.add(place.inContent(unreadable.violation()));
        }
    }
}

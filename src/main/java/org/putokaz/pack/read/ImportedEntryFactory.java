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

/** Factory of entries from valid envelopes: it reads the content by the family's type and rejects duplicate ids. */
final class ImportedEntryFactory {

    private final ImportErrorCollector errors;
    private final List<ImportedEntry> entries = new ArrayList<>();
    private final Map<UUID, String> fileOfId = new HashMap<>();

    ImportedEntryFactory(ImportErrorCollector errors) {
        this.errors = errors;
    }

    List<ImportedEntry> entries() {
        return entries;
    }

    void add(SourceLocation location, ContentFamily<?> family, EntryEnvelope envelope) {
        String other = envelope.id() == null ? null : fileOfId.putIfAbsent(envelope.id(), location.file());
        if (other != null) {
            errors.add(location.error(Violation.at("/id", "id-in-two-files", other)));
            return;
        }
        try {
            Record content = envelope.content() == null || envelope.withdrawn() != null
                    ? null
                    : ContentParser.parse(Objects.requireNonNull(envelope.content()), family.contentType());
            entries.add(new ImportedEntry(
                    location,
                    family,
                    envelope.id(),
                    envelope.slug(),
                    content == null ? null : ContentJson.tree(content),
                    false,
                    envelope.importanceOrMajor(),
                    envelope.note(),
                    envelope.history()));
        } catch (ContentParser.UnreadableContentException unreadable) {
            errors.add(location.errorInContent(unreadable.violation()));
        }
    }
}

package org.putokaz.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.putokaz.live.ContentReader;
import org.putokaz.live.Documents;
import org.putokaz.live.Family;
import org.putokaz.problem.Violation;

/** Makes entries of envelopes whose own fields are right: reads the content by its type, and no id twice. */
final class EntryReader {

    private final Complaints complaints;
    private final List<Imported> read = new ArrayList<>();
    private final Map<UUID, String> fileOfId = new HashMap<>();

    EntryReader(Complaints complaints) {
        this.complaints = complaints;
    }

    List<Imported> read() {
        return read;
    }

    void add(Place place, Family<?> family, Envelope envelope) {
        String other = envelope.id() == null ? null : fileOfId.putIfAbsent(envelope.id(), place.file());
        if (other != null) {
            complaints.add(place.at(Violation.at("/id", "id-in-two-files", other)));
            return;
        }
        try {
            Record content = envelope.content() == null || envelope.withdrawn() != null
                    ? null
                    : ContentReader.read(Objects.requireNonNull(envelope.content()), family.contentType());
            read.add(new Imported(
                    place,
                    family,
                    envelope.id(),
                    envelope.slug(),
                    content == null ? null : Documents.tree(content),
                    false,
                    envelope.importanceOrMajor(),
                    envelope.note(),
                    envelope.past()));
        } catch (ContentReader.Unreadable unreadable) {
            complaints.add(place.inContent(unreadable.violation()));
        }
    }
}

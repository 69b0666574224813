package org.putokaz.pack.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentParser;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.Violation;

/** Reads NDJSON: each line is an entry and is read as strictly as the body of a request; empty lines are passed over. */
final class NdjsonReader {

    private static final int LONGEST = 1024 * 1024;
    private static final int MOST_LINES = 100_000;

    private final String file;
    private final ContentFamilyRegistry families;
    private final ImportErrorCollector complaints = new ImportErrorCollector();
    private final ImportedEntryFactory entries = new ImportedEntryFactory(complaints);

    NdjsonReader(String file, ContentFamilyRegistry families) {
        this.file = file;
        this.families = families;
    }

    ImportResult read(InputStream in) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        try {
            for (int next = in.read(); next >= 0 && number <= MOST_LINES; next = in.read()) {
                if (next == '\n') {
                    read(number++, line);
                } else if (line.size() <= LONGEST) {
                    line.write(next);
                }
            }
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
        if (number > MOST_LINES) {
            complaints.add(file, number, "too-many-lines", MOST_LINES);
        } else {
            read(number, line);
        }
        return new ImportResult(entries.read(), complaints.all());
    }

    private void read(int number, ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        line.reset();
        SourceLocation place = new SourceLocation.Line(file, number);
        if (bytes.length > LONGEST) {
            complaints.add(file, number, "line-longer-than", LONGEST);
        } else if (!isBlank(bytes)) {
            try {
                entry(place, JsonBodyReader.parse(bytes));
            } catch (ProblemException malformed) {
                if (malformed.violations().isEmpty()) {
                    complaints.add(new ImportError(file, number, "", malformed.detail()));
                }
                malformed.violations().forEach(violation -> complaints.add(place.at(violation)));
            }
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private void entry(SourceLocation place, JsonNode tree) {
        try {
            EntryEnvelope.Line line = ContentParser.read(tree, EntryEnvelope.Line.class);
            EntryEnvelope envelope = EntryEnvelope.of(line);
            ContentFamily<?> family = family(line.family());
            List<Violation> violations = new ArrayList<>();
            if (family == null) {
                violations.add(Violation.at("/family", "not-one-of", PackReader.names(families)));
            }
            if (line.slug() == null) {
                violations.add(Violation.at("/slug", "required"));
            }
            violations.addAll(EntryHistoryValidator.violations(envelope));
            violations.forEach(violation -> complaints.add(place.at(violation)));
            if (family != null && violations.isEmpty()) {
                entries.add(place, family, envelope);
            }
        } catch (ContentParser.Unreadable unreadable) {
            complaints.add(place.at(unreadable.violation()));
        }
    }

    private @Nullable ContentFamily<?> family(@Nullable String name) {
        return families.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

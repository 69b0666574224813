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

/** Parser of NDJSON, one entry a line, as strict as for the body of a request. Empty lines are skipped. */
final class NdjsonReader {

    private static final int MAX_LINE_BYTES = 1024 * 1024;
    private static final int MAX_LINES = 100_000;

    private final String file;
    private final ContentFamilyRegistry families;
    private final ImportErrorCollector errors = new ImportErrorCollector();
    private final ImportedEntryFactory entries = new ImportedEntryFactory(errors);

    NdjsonReader(String file, ContentFamilyRegistry families) {
        this.file = file;
        this.families = families;
    }

    ImportResult read(InputStream in) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 1;
        try {
            for (int next = in.read(); next >= 0 && number <= MAX_LINES; next = in.read()) {
                if (next == '\n') {
                    read(number++, line);
                } else if (line.size() <= MAX_LINE_BYTES) {
                    line.write(next);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (number > MAX_LINES) {
            errors.add(file, number, "too-many-lines", MAX_LINES);
        } else {
            read(number, line);
        }
        return new ImportResult(entries.entries(), errors.all());
    }

    private void read(int number, ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        line.reset();
        SourceLocation location = new SourceLocation.LineLocation(file, number);
        if (bytes.length > MAX_LINE_BYTES) {
            errors.add(file, number, "line-longer-than", MAX_LINE_BYTES);
        } else if (!isBlank(bytes)) {
            try {
                readEntry(location, JsonBodyReader.parse(bytes));
            } catch (ProblemException malformed) {
                if (malformed.violations().isEmpty()) {
                    errors.add(new ImportError(file, number, "", malformed.detail()));
                }
                malformed.violations().forEach(violation -> errors.add(location.error(violation)));
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

    private void readEntry(SourceLocation location, JsonNode tree) {
        try {
            EntryEnvelope.NdjsonEnvelope line = ContentParser.parse(tree, EntryEnvelope.NdjsonEnvelope.class);
            EntryEnvelope envelope = EntryEnvelope.of(line);
            ContentFamily<?> family = family(line.family());
            List<Violation> violations = new ArrayList<>();
            if (family == null) {
                violations.add(Violation.at("/family", "not-one-of", PackReader.familyNames(families)));
            }
            if (line.slug() == null) {
                violations.add(Violation.at("/slug", "required"));
            }
            violations.addAll(EntryHistoryValidator.violations(envelope));
            violations.forEach(violation -> errors.add(location.error(violation)));
            if (family != null && violations.isEmpty()) {
                entries.add(location, family, envelope);
            }
        } catch (ContentParser.UnreadableContentException unreadable) {
            errors.add(location.error(unreadable.violation()));
        }
    }

    private @Nullable ContentFamily<?> family(@Nullable String name) {
        return families.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

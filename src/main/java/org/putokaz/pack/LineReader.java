package org.putokaz.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.StrictJson;
import org.putokaz.live.ContentReader;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.Violation;

/** Reads NDJSON: each line is an entry and is read as strictly as the body of a request; empty lines are passed over. */
final class LineReader {

    private static final int LONGEST = 1024 * 1024;
    private static final int MOST_LINES = 100_000;

    private final String file;
    private final Families families;
    private final Complaints complaints = new Complaints();
    private final EntryReader entries = new EntryReader(complaints);

    LineReader(String file, Families families) {
        this.file = file;
        this.families = families;
    }

    Import read(InputStream in) {
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
        return new Import(entries.read(), complaints.all());
    }

    private void read(int number, ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        line.reset();
        Place place = new Place.Line(file, number);
        if (bytes.length > LONGEST) {
            complaints.add(file, number, "line-longer-than", LONGEST);
        } else if (!isBlank(bytes)) {
            try {
                entry(place, StrictJson.parse(bytes));
            } catch (ProblemException malformed) {
                if (malformed.violations().isEmpty()) {
                    complaints.add(new Complaint(file, number, "", malformed.detail()));
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

    private void entry(Place place, JsonNode tree) {
        try {
            Envelope.Line line = ContentReader.read(tree, Envelope.Line.class);
            Envelope envelope = Envelope.of(line);
            Family<?> family = family(line.family());
            List<Violation> violations = new ArrayList<>();
            if (family == null) {
                violations.add(Violation.at("/family", "not-one-of", PackReader.names(families)));
            }
            if (line.slug() == null) {
                violations.add(Violation.at("/slug", "required"));
            }
            violations.addAll(PastCheck.violations(envelope));
            violations.forEach(violation -> complaints.add(place.at(violation)));
            if (family != null && violations.isEmpty()) {
                entries.add(place, family, envelope);
            }
        } catch (ContentReader.Unreadable unreadable) {
            complaints.add(place.at(unreadable.violation()));
        }
    }

    private @Nullable Family<?> family(@Nullable String name) {
        return families.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

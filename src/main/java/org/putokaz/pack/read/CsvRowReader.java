package org.putokaz.pack.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentParser;
import org.putokaz.live.family.TabularFamily;
import org.putokaz.locale.Language;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Violation;

/** Makes of a row the merge patch (RFC 7396) of what has a column: an empty cell takes a value away. */
final class CsvRowReader {

    private final ContentFamily<?> family;
    private final CsvCellReader cells;
    private final ImportErrorCollector complaints;
    private final List<ImportedEntry> read = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    CsvRowReader(ContentFamily<?> family, CsvCellReader cells, ImportErrorCollector complaints) {
        this.family = family;
        this.cells = cells;
        this.complaints = complaints;
    }

    List<ImportedEntry> read() {
        return read;
    }

    void read(SourceLocation.Row place, List<CsvHeader.Cell> columns, List<String> row) {
        if (row.size() != columns.size()) {
            complaints.add(place.file(), place.line(), "row-of-other-length", columns.size(), row.size());
            return;
        }
        int before = complaints.size();
        String id = name(place, CsvHeader.ID, columns, row);
        String slug = name(place, CsvHeader.SLUG, columns, row);
        if (id == null && slug == null) {
            complaints.add(place.at(Violation.at("/slug", "required")));
        }
        if (id != null && !QueryParameterParser.isId(id)) {
            complaints.add(place.at(Violation.at("/id", "not-an-id")));
        }
        ObjectNode patch = patch(place, columns, row);
        if (complaints.size() == before) {
            UUID known = id == null ? null : UUID.fromString(id);
            read.add(new ImportedEntry(
                    place, family, known, slug, patch, true, Importance.MAJOR, null, EntryHistory.NONE));
        }
    }

    /** What stands in one of the two columns that name the entry; null where nothing does. */
    private @Nullable String name(
            SourceLocation.Row place, String column, List<CsvHeader.Cell> columns, List<String> row) {
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.get(i).strip();
            if (columns.get(i).name().equals(column) && !cell.isEmpty()) {
                if (!seen.add(column + " " + cell)) {
                    complaints.add(place.at(Violation.at("/" + column, "repeated")));
                }
                return cell;
            }
        }
        return null;
    }

    private ObjectNode patch(SourceLocation.Row place, List<CsvHeader.Cell> columns, List<String> row) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode present = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            CsvHeader.Cell column = columns.get(i);
            if (column.column() != null) {
                cell(place, column, row.get(i), patch, present);
            }
        }
        check(place, present);
        return patch;
    }

    private void cell(
            SourceLocation.Row place, CsvHeader.Cell cell, String text, ObjectNode patch, ObjectNode present) {
        TabularFamily.Column column = Objects.requireNonNull(cell.column());
        try {
            JsonNode value = cells.read(column, text);
            put(patch, column, cell.language(), value);
            if (!value.isNull()) {
                put(present, column, cell.language(), value);
            }
        } catch (InvalidValueException invalid) {
            complaints.add(new ImportError(place.file(), place.line(), cell.name(), invalid.reason()));
        }
    }

    private static void put(ObjectNode into, TabularFamily.Column column, @Nullable Language language, JsonNode value) {
        if (language == null) {
            into.set(column.field(), value);
        } else {
            into.withObjectProperty(column.field()).set(language.tag(), value);
        }
    }

    /** That each value is one of its field, such as a purpose that there is. */
    private void check(SourceLocation.Row place, ObjectNode present) {
        try {
            ContentParser.read(present, family.contentType());
        } catch (ContentParser.Unreadable unreadable) {
            complaints.add(place.inContent(unreadable.violation()));
        }
    }
}

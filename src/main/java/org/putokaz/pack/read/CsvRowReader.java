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

/** Converter of table rows to merge patches (RFC 7396) of the fields that have a column. */
final class CsvRowReader {

    private final ContentFamily<?> family;
    private final CsvCellReader cells;
    private final BlankCells blankCells;
    private final ImportErrorCollector errors;
    private final List<ImportedEntry> entries = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    CsvRowReader(ContentFamily<?> family, CsvCellReader cells, BlankCells blankCells, ImportErrorCollector errors) {
        this.family = family;
        this.cells = cells;
        this.blankCells = blankCells;
        this.errors = errors;
    }

    List<ImportedEntry> entries() {
        return entries;
    }

    void read(SourceLocation.RowLocation location, List<CsvHeader.HeaderColumn> columns, List<String> row) {
        if (row.size() < columns.size() || hasTextAfter(columns.size(), row)) {
            errors.add(location.file(), location.line(), "row-of-other-length", columns.size(), row.size());
            return;
        }
        int before = errors.size();
        findCellsWithoutColumn(location, columns, row);
        String id = readIdentifier(location, CsvHeader.ID, columns, row);
        String slug = readIdentifier(location, CsvHeader.SLUG, columns, row);
        if (id == null && slug == null) {
            errors.add(location.error(Violation.at("/slug", "required")));
        }
        if (id != null && !QueryParameterParser.isId(id)) {
            errors.add(location.error(Violation.at("/id", "not-an-id")));
        }
        ObjectNode patch = readPatch(location, columns, row);
        if (errors.size() == before) {
            UUID entryId = id == null ? null : UUID.fromString(id);
            entries.add(new ImportedEntry(
                    location, family, entryId, slug, patch, true, Importance.MAJOR, null, EntryHistory.NONE));
        }
    }

    private static boolean hasTextAfter(int columns, List<String> row) {
        return row.stream().skip(columns).anyMatch(cell -> !cell.isBlank());
    }

    private void findCellsWithoutColumn(
            SourceLocation.RowLocation location, List<CsvHeader.HeaderColumn> columns, List<String> row) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).unnamed() && !row.get(i).isBlank()) {
                errors.add(location.file(), location.line(), "cell-without-column", i + 1);
            }
        }
    }

    /** The value of the column {@code id} or {@code slug}; null when the cell is empty or there is no such column. */
    private @Nullable String readIdentifier(
            SourceLocation.RowLocation location,
            String column,
            List<CsvHeader.HeaderColumn> columns,
            List<String> row) {
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.get(i).strip();
            if (columns.get(i).name().equals(column) && !cell.isEmpty()) {
                if (!seen.add(column + " " + cell)) {
                    errors.add(location.error(Violation.at("/" + column, "repeated")));
                }
                return cell;
            }
        }
        return null;
    }

    private ObjectNode readPatch(
            SourceLocation.RowLocation location, List<CsvHeader.HeaderColumn> columns, List<String> row) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        ObjectNode present = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            CsvHeader.HeaderColumn column = columns.get(i);
            if (column.column() != null) {
                readCell(location, column, row.get(i), patch, present);
            }
        }
        validateTypes(location, present);
        return patch;
    }

    private void readCell(
            SourceLocation.RowLocation location,
            CsvHeader.HeaderColumn column,
            String text,
            ObjectNode patch,
            ObjectNode present) {
        TabularFamily.Column field = Objects.requireNonNull(column.column());
        try {
            JsonNode value = cells.read(field, text);
            if (!value.isNull()) {
                put(present, field, column.language(), value);
            }
            if (!value.isNull() || blankCells == BlankCells.CLEAR) {
                put(patch, field, column.language(), value);
            }
        } catch (InvalidValueException invalid) {
            errors.add(new ImportError(location.file(), location.line(), column.name(), invalid.reason()));
        }
    }

    private static void put(ObjectNode into, TabularFamily.Column field, @Nullable Language language, JsonNode value) {
        if (language == null) {
            into.set(field.field(), value);
        } else {
            into.withObjectProperty(field.field()).set(language.tag(), value);
        }
    }

    /** Checks each value against the type of its field, such as the codes of an enumeration. */
    private void validateTypes(SourceLocation.RowLocation location, ObjectNode present) {
        try {
            ContentParser.parse(present, family.contentType());
        } catch (ContentParser.UnreadableContentException unreadable) {
            errors.add(location.errorInContent(unreadable.violation()));
        }
    }
}

package org.putokaz.pack.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.TabularFamily;
import org.putokaz.locale.Language;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;

/** What stands in which column: {@code id}, {@code slug}, fields of the content, {@code label.en} for one language. */
final class CsvHeader {

    static final String ID = "id";
    static final String SLUG = "slug";

    private final List<TabularFamily.Column> known;

    CsvHeader(List<TabularFamily.Column> known) {
        this.known = List.copyOf(known);
    }

    /**
     * One column.
     *
     * @param name as the header spells it, empty for one that is wrong
     * @param column null for the id, the slug and what is wrong
     * @param language null where the field is not one of localised text
     */
    record Cell(
            String name,
            TabularFamily.@Nullable Column column,
            @Nullable Language language) {}

    /** The columns of a table, in its order. One that is wrong is complained of, and its cells are passed over. */
    List<Cell> read(String file, List<String> names, ImportErrorCollector complaints) {
        List<Cell> cells = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            Cell cell = cell(name);
            if (cell == null) {
                complaints.add(new ImportError(file, 1, name, Message.of("column-not-known", spelled())));
            } else if (!seen.add(cell.name())) {
                complaints.add(new ImportError(file, 1, name, Message.of("repeated")));
                cell = null;
            }
            cells.add(cell == null ? new Cell("", null, null) : cell);
        }
        if (!seen.contains(ID) && !seen.contains(SLUG)) {
            complaints.add(new ImportError(file, 1, SLUG, Message.of("column-needed")));
        }
        return cells;
    }

    private @Nullable Cell cell(String name) {
        if (name.equals(ID) || name.equals(SLUG)) {
            return new Cell(name, null, null);
        }
        int dot = name.indexOf('.');
        String field = dot < 0 ? name : name.substring(0, dot);
        for (TabularFamily.Column column : known) {
            boolean localised = column.kind() == TabularFamily.Kind.LOCALISED;
            if (column.field().equals(field) && localised == dot >= 0) {
                Language language = localised ? language(name.substring(dot + 1)) : null;
                return localised && language == null ? null : new Cell(name, column, language);
            }
        }
        return null;
    }

    /** In the one spelling, so that no column stands twice. */
    private static @Nullable Language language(String tag) {
        try {
            Language language = Language.of(tag);
            return language.tag().equals(tag) ? language : null;
        } catch (InvalidValueException notATag) {
            return null;
        }
    }

    private String spelled() {
        List<String> names = new ArrayList<>(List.of(ID, SLUG));
        known.forEach(column -> names.add(
                column.kind() == TabularFamily.Kind.LOCALISED
                        ? column.field() + "." + Language.SR_CYRL
                        : column.field()));
        return String.join(", ", names);
    }
}

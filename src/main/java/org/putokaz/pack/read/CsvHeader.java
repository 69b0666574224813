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

/**
 * Parser of a table's header. Columns are {@code id}, {@code slug} and the tabular fields of the family; a localised
 * field has one column a language, such as {@code label.en}.
 */
final class CsvHeader {

    static final String ID = "id";
    static final String SLUG = "slug";

    private final List<TabularFamily.Column> familyColumns;

    CsvHeader(List<TabularFamily.Column> familyColumns) {
        this.familyColumns = List.copyOf(familyColumns);
    }

    /**
     * Column of the table.
     *
     * @param name as in the header; empty for an unknown or repeated column, whose cells are ignored
     * @param column null for id, slug and ignored columns
     * @param language null for fields that are not localised
     */
    record HeaderColumn(
            String name,
            TabularFamily.@Nullable Column column,
            @Nullable Language language) {}

    /** The columns in the order of the table, with an error for each that is unknown or repeated. */
    List<HeaderColumn> read(String file, List<String> names, ImportErrorCollector errors) {
        List<HeaderColumn> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            HeaderColumn column = parseColumn(name);
            if (column == null) {
                errors.add(new ImportError(file, 1, name, Message.of("column-not-known", columnNames())));
            } else if (!seen.add(column.name())) {
                errors.add(new ImportError(file, 1, name, Message.of("repeated")));
                column = null;
            }
            columns.add(column == null ? new HeaderColumn("", null, null) : column);
        }
        if (!seen.contains(ID) && !seen.contains(SLUG)) {
            errors.add(new ImportError(file, 1, SLUG, Message.of("column-needed")));
        }
        return columns;
    }

    private @Nullable HeaderColumn parseColumn(String name) {
        if (name.equals(ID) || name.equals(SLUG)) {
            return new HeaderColumn(name, null, null);
        }
        int dot = name.indexOf('.');
        String field = dot < 0 ? name : name.substring(0, dot);
        for (TabularFamily.Column column : familyColumns) {
            boolean localised = column.kind() == TabularFamily.Kind.LOCALISED;
            if (column.field().equals(field) && localised == dot >= 0) {
                Language language = localised ? parseLanguage(name.substring(dot + 1)) : null;
                return localised && language == null ? null : new HeaderColumn(name, column, language);
            }
        }
        return null;
    }

    /** Only in the canonical spelling of the tag, so that no column can appear twice. */
    private static @Nullable Language parseLanguage(String tag) {
        try {
            Language language = Language.of(tag);
            return language.tag().equals(tag) ? language : null;
        } catch (InvalidValueException notATag) {
            return null;
        }
    }

    private String columnNames() {
        List<String> names = new ArrayList<>(List.of(ID, SLUG));
        familyColumns.forEach(column -> names.add(
                column.kind() == TabularFamily.Kind.LOCALISED
                        ? column.field() + "." + Language.SR_CYRL
                        : column.field()));
        return String.join(", ", names);
    }
}

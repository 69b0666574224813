package org.putokaz.pack.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.TabularFamily;
import org.putokaz.locale.Language;
import org.putokaz.locale.SerbianTransliterator;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;

/**
 * Parser of a table's header. Columns are {@code id}, {@code slug} and the tabular fields of the family by their name in the
 * content or in Serbian, in any case; a localised field has one column a language, such as {@code label.en} or {@code назив.en}.
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
     * @param name in its canonical spelling; empty for a column without a name, and for an unknown or repeated one, whose cells
     *     are ignored
     * @param column null for id, slug and ignored columns
     * @param language null for fields that are not localised
     * @param unnamed whether the header has no name for it; then its cells have to be empty
     */
    record HeaderColumn(
            String name,
            TabularFamily.@Nullable Column column,
            @Nullable Language language,
            boolean unnamed) {

        private static final HeaderColumn IGNORED = new HeaderColumn("", null, null, false);
        private static final HeaderColumn UNNAMED = new HeaderColumn("", null, null, true);
    }

    /** The columns in the order of the table, with an error for each that is unknown or repeated. */
    List<HeaderColumn> read(String file, int line, List<String> names, ImportErrorCollector errors) {
        List<HeaderColumn> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            HeaderColumn column = name.isBlank() ? HeaderColumn.UNNAMED : parseColumn(name.strip());
            if (column == null) {
                errors.add(new ImportError(file, line, name, Message.of("column-not-known", columnNames())));
            } else if (!column.unnamed() && !seen.add(column.name())) {
                errors.add(new ImportError(file, line, name, Message.of("repeated")));
                column = null;
            }
            columns.add(column == null ? HeaderColumn.IGNORED : column);
        }
        if (!seen.contains(ID) && !seen.contains(SLUG)) {
            errors.add(new ImportError(file, line, SLUG, Message.of("column-needed")));
        }
        return columns;
    }

    private @Nullable HeaderColumn parseColumn(String name) {
        if (name.equalsIgnoreCase(ID) || name.equalsIgnoreCase(SLUG)) {
            return new HeaderColumn(name.toLowerCase(Locale.ROOT), null, null, false);
        }
        int dot = name.indexOf('.');
        String field = dot < 0 ? name : name.substring(0, dot);
        for (TabularFamily.Column column : familyColumns) {
            boolean localised = column.kind() == TabularFamily.Kind.LOCALISED;
            if (isNamed(column, field) && localised == dot >= 0) {
                Language language = localised ? parseLanguage(name.substring(dot + 1)) : null;
                String canonical = language == null ? column.field() : column.field() + "." + language.tag();
                return localised && language == null ? null : new HeaderColumn(canonical, column, language, false);
            }
        }
        return null;
    }

    private static boolean isNamed(TabularFamily.Column column, String name) {
        return column.field().equalsIgnoreCase(name)
                || latin(column.serbianName()).equals(latin(name));
    }

    private static String latin(String name) {
        return SerbianTransliterator.text(name).toLowerCase(Locale.ROOT);
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

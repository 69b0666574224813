package org.putokaz.pack.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.TabularFamily;

/** Parser of imports in the three formats: content pack, NDJSON and CSV. It changes nothing in the store. */
@ApplicationScoped
public class ImportReader {

    private final ContentFamilyRegistry families;

    @Inject
    public ImportReader(ContentFamilyRegistry families) {
        this.families = families;
    }

    /** Lookup of an entry by its slug, for cells that refer to one. */
    @FunctionalInterface
    public interface SlugResolver {
        Optional<UUID> findId(String family, String slug);
    }

    /** Parses a content pack of format 1 or 2 in a zip. A hostile or damaged zip gives one error and no entries. */
    public ImportResult readZip(InputStream zip, ZipLimits limits) {
        try {
            return PackReader.read(PackSource.fromZip(zip, limits), families);
        } catch (UnreadablePackException unreadable) {
            return new ImportResult(List.of(), List.of(unreadable.error()));
        }
    }

    /**
     * Parses NDJSON: one entry a line, {@code {"family", "id"?, "slug", "note"?, "content"}}.
     *
     * @param file its name, for the errors
     */
    public ImportResult readNdjson(String file, InputStream lines) {
        return new NdjsonReader(file, families).read(lines);
    }

    /**
     * Parses CSV in UTF-8, separated by commas or semicolons, with a header of {@code id}, the slug and
     * the family's columns.
     *
     * @param file its name, for the errors
     * @throws IllegalArgumentException when the family has no columns
     */
    public ImportResult readCsv(
            ContentFamily<?> family, String file, InputStream table, SlugResolver slugs, BlankCells blankCells) {
        if (!(family instanceof TabularFamily tabular)) {
            throw new IllegalArgumentException(family.name() + " does not fit into a table");
        }
        return new CsvTableReader(file, family, new CsvHeader(tabular.columns()), slugs, blankCells).read(table);
    }
}

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

/** Reads what somebody wants to bring in, in any of the three forms. Publishes nothing and writes nothing. */
@ApplicationScoped
public class ImportReader {

    private final ContentFamilyRegistry families;

    @Inject
    public ImportReader(ContentFamilyRegistry families) {
        this.families = families;
    }

    /** Finds the entry that a cell names. */
    @FunctionalInterface
    public interface Slugs {
        Optional<UUID> idOf(String family, String slug);
    }

    /** A content pack, format 1 or 2, in a zip. A zip that is hostile or damaged is one complaint and nothing else. */
    public ImportResult zip(InputStream zip, ZipLimits limits) {
        try {
            return PackReader.read(PackSource.inZip(zip, limits), families);
        } catch (PackSource.Unusable unusable) {
            return new ImportResult(List.of(), List.of(unusable.complaint()));
        }
    }

    /**
     * NDJSON: one entry a line, {@code {"family", "id"?, "slug", "note"?, "content"}}.
     *
     * @param file its name, for complaints
     */
    public ImportResult lines(String file, InputStream lines) {
        return new NdjsonReader(file, families).read(lines);
    }

    /**
     * CSV, in UTF-8 with commas or semicolons, with a header: {@code id}, {@code slug} and the family's columns.
     *
     * @param file its name, for complaints
     * @throws IllegalArgumentException when the family's entries do not fit into rows
     */
    public ImportResult table(ContentFamily<?> family, String file, InputStream table, Slugs slugs) {
        if (!(family instanceof TabularFamily tabular)) {
            throw new IllegalArgumentException(family.name() + " does not fit into a table");
        }
        return new CsvTableReader(file, family, new CsvHeader(tabular.columns()), slugs).read(table);
    }
}

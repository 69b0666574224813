package org.putokaz.common;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reader of the tables among the resources: CSV in UTF-8, with the sources as comments. */
public final class CsvResource {

    private CsvResource() {}

    /** @param file a resource, for example {@code /numbering/national-lengths.csv} */
    public static List<NamedCsvRecord> read(String file) {
        InputStream resource = Objects.requireNonNull(CsvResource.class.getResourceAsStream(file), file);
        try (CsvReader<NamedCsvRecord> table = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return table.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

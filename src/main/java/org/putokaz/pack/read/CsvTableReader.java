package org.putokaz.pack.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.pack.yaml.MalformedYamlException;
import org.putokaz.pack.yaml.StrictYamlReader;

/** Parser of CSV (RFC 4180) with a header and one entry a row. Rows with only empty cells are skipped. */
final class CsvTableReader {

    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final int MAX_ROWS = 100_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final CsvHeader header;
    private final ImportErrorCollector errors = new ImportErrorCollector();
    private final CsvRowReader rows;
    private int rowNumber;

    CsvTableReader(String file, ContentFamily<?> family, CsvHeader header, ImportReader.SlugResolver slugs) {
        this.file = file;
        this.header = header;
        this.rows = new CsvRowReader(family, new CsvCellReader(slugs), errors);
    }

    ImportResult read(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                errors.add(file, 1, "file-larger-than", MAX_BYTES);
            } else {
                read(StrictYamlReader.decodeUtf8(bytes));
            }
        } catch (MalformedYamlException notUtf8) {
            errors.add(new ImportError(file, notUtf8.line(), "", notUtf8.reason()));
        } catch (CsvParseException malformed) {
            errors.add(file, rowNumber + 1, "csv-malformed");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new ImportResult(rows.entries(), errors.all());
    }

    private void read(String marked) throws IOException {
        String text = marked.startsWith(BYTE_ORDER_MARK) ? marked.substring(1) : marked;
        // Spreadsheets write semicolons where the comma separates decimals, as in Serbian. No column name has either.
        char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        try (CsvReader<CsvRecord> table = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<CsvHeader.HeaderColumn> columns = List.of();
            for (CsvRecord record : table) {
                rowNumber++;
                if (rowNumber == 1) {
                    columns = header.read(file, record.getFields(), errors);
                } else if (rowNumber > MAX_ROWS) {
                    errors.add(file, rowNumber, "too-many-lines", MAX_ROWS);
                    break;
                } else if (!isBlank(record)) {
                    rows.read(new SourceLocation.RowLocation(file, rowNumber), columns, record.getFields());
                }
            }
        }
        if (rowNumber == 0) {
            errors.add(file, 1, "file-empty");
        }
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }
}

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
import org.putokaz.pack.yaml.StrictYamlReader;

/** Reads CSV (RFC 4180): a header, and a row an entry. Rows that say nothing are passed over. */
final class CsvTableReader {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int MOST_ROWS = 100_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final CsvHeader header;
    private final ImportErrorCollector complaints = new ImportErrorCollector();
    private final CsvRowReader rows;
    private int row;

    CsvTableReader(String file, ContentFamily<?> family, CsvHeader header, ImportReader.Slugs slugs) {
        this.file = file;
        this.header = header;
        this.rows = new CsvRowReader(family, new CsvCellReader(slugs), complaints);
    }

    ImportResult read(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                complaints.add(file, 1, "file-larger-than", LARGEST);
            } else {
                read(StrictYamlReader.text(bytes));
            }
        } catch (StrictYamlReader.Malformed notUtf8) {
            complaints.add(new ImportError(file, notUtf8.line(), "", notUtf8.reason()));
        } catch (CsvParseException malformed) {
            complaints.add(file, row + 1, "csv-malformed");
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
        return new ImportResult(rows.read(), complaints.all());
    }

    private void read(String marked) throws IOException {
        String text = marked.startsWith(BYTE_ORDER_MARK) ? marked.substring(1) : marked;
        // What a spreadsheet writes where the comma divides the decimals, as in Serbian. No column has either in its
        // name.
        char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        try (CsvReader<CsvRecord> table = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<CsvHeader.Cell> columns = List.of();
            for (CsvRecord record : table) {
                row++;
                if (row == 1) {
                    columns = header.read(file, record.getFields(), complaints);
                } else if (row > MOST_ROWS) {
                    complaints.add(file, row, "too-many-lines", MOST_ROWS);
                    break;
                } else if (!isBlank(record)) {
                    rows.read(new SourceLocation.Row(file, row), columns, record.getFields());
                }
            }
        }
        if (row == 0) {
            complaints.add(file, 1, "file-empty");
        }
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }
}

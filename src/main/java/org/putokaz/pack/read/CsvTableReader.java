package org.putokaz.pack.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.pack.yaml.MalformedYamlException;
import org.putokaz.pack.yaml.StrictYamlReader;

/** Parser of CSV (RFC 4180) with a header and one entry a row. Rows and columns with only empty cells are skipped. */
final class CsvTableReader {

    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final int MAX_ROWS = 100_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** The first line by which some spreadsheets say how they separate cells. */
    private static final Pattern SEPARATOR_DIRECTIVE =
            Pattern.compile("\"?sep=([;,\t])\"?[;,\t]*\\R", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final CsvHeader header;
    private final ImportErrorCollector errors = new ImportErrorCollector();
    private final CsvRowReader rows;
    private int rowNumber;

    CsvTableReader(
            String file,
            ContentFamily<?> family,
            CsvHeader header,
            ImportReader.SlugResolver slugs,
            BlankCells blankCells) {
        this.file = file;
        this.header = header;
        this.rows = new CsvRowReader(family, new CsvCellReader(slugs), blankCells, errors);
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
        Matcher directive = SEPARATOR_DIRECTIVE.matcher(text);
        boolean directed = directive.lookingAt();
        // Spreadsheets write semicolons where the comma separates decimals, as in Serbian. No column name has either.
        char guessed = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        read(
                directed ? text.substring(directive.end()) : text,
                directed ? directive.group(1).charAt(0) : guessed,
                directed ? 2 : 1);
    }

    private void read(String text, char separator, int headerRow) throws IOException {
        rowNumber = headerRow - 1;
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
                if (rowNumber == headerRow) {
                    columns = header.read(file, headerRow, record.getFields(), errors);
                } else if (rowNumber > MAX_ROWS) {
                    errors.add(file, rowNumber, "too-many-lines", MAX_ROWS);
                    break;
                } else if (!isBlank(record)) {
                    rows.read(new SourceLocation.RowLocation(file, rowNumber), columns, record.getFields());
                }
            }
        }
        if (rowNumber < headerRow) {
            errors.add(file, 1, "file-empty");
        }
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }
}

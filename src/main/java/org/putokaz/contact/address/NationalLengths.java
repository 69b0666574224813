package org.putokaz.contact.address;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.putokaz.common.CsvResource;

/**
 * Lengths of telephone numbers by country and area code or network, from {@code numbering/national-lengths.csv}, which names its
 * source. Telephone libraries accept every length that a numbering plan reserves, and so two numbers written as one.
 */
final class NationalLengths {

    private static final List<Row> ROWS = CsvResource.read("/numbering/national-lengths.csv").stream()
            .map(Row::of)
            .sorted(Comparator.comparing((Row row) -> row.beginning().length()).reversed())
            .toList();

    /**
     * Numbers of digits of the telephone numbers of a country that begin alike.
     *
     * @param beginning the first digits without the trunk prefix: an area code or network, or the beginning of several
     */
    record Row(String region, String beginning, int shortest, int longest) {

        private static Row of(NamedCsvRecord row) {
            return new Row(
                    row.getField("region"),
                    row.getField("beginning"),
                    Integer.parseInt(row.getField("shortest")),
                    Integer.parseInt(row.getField("longest")));
        }

        /** For people: {@code 9}, or {@code 8–9}. */
        String display() {
            return shortest == longest ? Integer.toString(shortest) : shortest + "–" + longest;
        }

        boolean permits(int digits) {
            return shortest <= digits && digits <= longest;
        }
    }

    private NationalLengths() {}

    /**
     * The row of a number, or empty when the table says nothing about it.
     *
     * @param region ISO 3166-1 code in capitals
     * @param nationalNumber without the trunk prefix
     */
    static Optional<Row> find(String region, String nationalNumber) {
        return ROWS.stream()
                .filter(row -> row.region().equals(region) && nationalNumber.startsWith(row.beginning()))
                .findFirst();
    }
}

package org.putokaz.time.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.putokaz.problem.InvalidValueException;

/** Examples of the page for authors of dates: each row of its table is what the service makes of the date. */
class DatesPageTest {

    private static final Path PAGE = Path.of(System.getProperty("putokaz.basedir", "."), "docs", "dates.md");

    /** The cells of a row of the table. */
    private record Example(
            String source, String edtf, String earliest, String latest, String display, String displayGenitive) {

        static Example of(String row) {
            List<String> cells =
                    Arrays.stream(row.split("\\|")).map(String::strip).toList();
            return new Example(
                    cells.get(1),
                    cells.get(2).replace("`", ""),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6));
        }
    }

    private static List<Example> examples() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(Example::of)
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyExampleIsWhatTheServiceSays() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.source(), () -> {
                    PartialDate date = PartialDate.parse(example.edtf());

                    assertThat(date.earliest()).hasToString(example.earliest());
                    assertThat(date.latest()).hasToString(example.latest());
                    assertThat(PartialDateFormatter.display(date, "sr-Cyrl")).isEqualTo(example.display());
                    assertThat(PartialDateFormatter.displayGenitive(date, "sr-Cyrl"))
                            .isEqualTo(example.displayGenitive());
                    assertThat(PartialDateFormatter.displayGenitive(date, "en")).isNull();
                }))
                .toList();
    }

    @Test
    void thePageExplainsWhatAuthorsAskedFor() throws IOException {
        assertThat(examples())
                .extracting(Example::source)
                .contains("почетком 1957.", "током школске 1998/99.", "основан 13. априла 2012.");
    }

    @Test
    void theFormsThatThePageWarnsOfAreAsItSays() {
        assertThat(PartialDate.parse("1998/1999").earliest()).hasToString("1998-01-01");
        assertThat(PartialDate.parse("1998/1999").latest()).hasToString("1999-12-31");
        assertThatThrownBy(() -> PartialDate.parse("1998/99")).isInstanceOf(InvalidValueException.class);
    }
}

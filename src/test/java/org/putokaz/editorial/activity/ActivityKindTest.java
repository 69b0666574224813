package org.putokaz.editorial.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Editors are told of every action that editorial code records, and of none that it does not. */
class ActivityKindTest {

    private static final Path EDITORIAL = Path.of("src/main/java/org/putokaz/editorial");

    /** An action given to an event, or to a method that makes or records one. */
    private static final Pattern NAMED =
            Pattern.compile("(?:AuditEvent(?:\\.of)?\\(|auditEvent\\(|audit\\(actor, )\"([a-z-]+)\"");

    /** One of two actions. */
    private static final Pattern CHOSEN = Pattern.compile("String action = [^;]*\\? \"([a-z-]+)\"\\s*: \"([a-z-]+)\"");

    @Test
    void everyRecordedActionHasAKind() {
        Set<String> known =
                Arrays.stream(ActivityKind.values()).map(ActivityKind::action).collect(Collectors.toSet());

        assertThat(recordedActions()).contains("saved", "submitted", "published", "withdrawn", "set-failed");
        assertThat(known).containsAll(recordedActions());
        assertThat(recordedActions()).containsAll(known);
    }

    private static Set<String> recordedActions() {
        try (Stream<Path> files = Files.walk(EDITORIAL)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ActivityKindTest::text)
                    .flatMap(source -> Stream.of(NAMED, CHOSEN)
                            .flatMap(pattern -> pattern.matcher(source).results()))
                    .flatMap(found ->
                            IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.putokaz.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeMessagesTest {

    private static final Path SOURCES =
            Path.of(System.getProperty("putokaz.basedir", "."), "src/main/java/org/putokaz/time");

    private static final Pattern CODE = Pattern.compile("\"((?:date|time|hours|weekday|holiday-rule)-[a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "sr-Cyrl"})
    void everyCodeHasAText(String language) throws IOException {
        assertThat(messages(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sr-Cyrl"})
    void everyTextCanBeFilled(String language) throws IOException {
        assertThat(messages(language).values())
                .allSatisfy(text -> assertThat(MessageFormat.format((String) text, "FIRST", "SECOND"))
                        .doesNotContain("{"));
    }

    @Test
    void bothLanguagesUseTheSamePlaces() throws IOException {
        Properties english = messages("en");
        Properties serbian = messages("sr-Cyrl");

        assertThat(english.stringPropertyNames())
                .allSatisfy(code -> assertThat(places(serbian.getProperty(code)))
                        .as(code)
                        .isEqualTo(places(english.getProperty(code))));
    }

    private static Set<String> codes() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return new TreeSet<>(files.filter(Files::isRegularFile)
                    .map(TimeMessagesTest::read)
                    .flatMap(source -> CODE.matcher(source).results().map(found -> found.group(1)))
                    .toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList());
    }

    private static Properties messages(String language) throws IOException {
        String name = "/messages/time/" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TimeMessagesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            Properties messages = new Properties();
            messages.load(reader);
            return messages;
        }
    }
}

package org.putokaz.contact.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error code of the address parsers has a message in each language, and no message is unused. */
class WebEmailPhoneMessagesTest {

    private static final Path SOURCES =
            Path.of(System.getProperty("putokaz.basedir", ""), "src/main/java/org/putokaz/contact");
    private static final Pattern CODE = Pattern.compile("\"((?:phone|email|web|messaging)-[a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "sr-Cyrl"})
    void everyCodeHasItsSentenceAndNoSentenceIsLeftOver(String language) throws IOException {
        Set<String> sentences = bundle(language).stringPropertyNames().stream()
                .filter(key -> CODE.matcher('"' + key + '"').matches())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sentences).isEqualTo(codesInTheSources());
    }

    private static Set<String> codesInTheSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String language) throws IOException {
        String name = "/messages/contact/" + language + ".properties";
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(WebEmailPhoneMessagesTest.class.getResourceAsStream(name)), UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}

package org.putokaz.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemType;

/** Texts of the service: every code has one in every language, and none is left over. */
class MessageCatalogueTest {

    private static final Path MAIN = Path.of(System.getProperty("putokaz.basedir", "."), "src", "main");

    /** Calls whose first argument is a code, and calls whose second argument is. */
    private static final List<Pattern> CODES = List.of(
            Pattern.compile("(?:Message\\.of|InvalidValueException|because|toException|refuses)\\(\\s*\"([^\"]+)\""),
            Pattern.compile("(?:\\badd|Violation\\.at|invalidParameter|rejectInvisible)"
                    + "\\(\\s*[^;]*?,\\s*\"([a-z][a-z0-9-]*)\""));

    private static final LanguagePolicy LANGUAGES =
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN), Map.of());

    private static final MessageCatalogue MESSAGES = new MessageCatalogue(LANGUAGES);

    static List<Language> written() {
        return List.of(Language.EN, Language.SR_CYRL);
    }

    static List<Language> offered() {
        return LANGUAGES.offered();
    }

    @Test
    void everyFolderOfMessagesIsRead() throws IOException {
        try (Stream<Path> folders = Files.list(MAIN.resolve("resources/messages"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(MessageCatalogue.PARTS);
        }
    }

    @Test
    void everyFolderHasEveryLanguageThatIsNotDerived() throws IOException {
        for (String part : MessageCatalogue.PARTS) {
            try (Stream<Path> files =
                    Files.list(MAIN.resolve("resources/messages").resolve(part))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(part)
                        .containsExactlyInAnyOrder("en.properties", "sr-Cyrl.properties");
            }
        }
    }

    @Test
    void noCodeIsWordedInTwoFolders() throws IOException {
        int lines = 0;
        for (String part : MessageCatalogue.PARTS) {
            lines += (int) text(MAIN.resolve("resources/messages/" + part + "/en.properties"))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .count();
        }
        assertThat(MESSAGES.bundle(Language.EN)).hasSize(lines);
    }

    @Test
    void allLanguagesHaveAllCodesAndTheSamePlaceholders() {
        Map<String, String> english = MESSAGES.bundle(Language.EN);
        Map<String, String> serbian = MESSAGES.bundle(Language.SR_CYRL);

        assertThat(serbian.keySet()).isEqualTo(english.keySet());
        // Serbian omits the name of a character, which exists in English only, and has no placeholder of its own.
        assertThat(english.keySet())
                .allSatisfy(code -> assertThat(placeholders(english.get(code)))
                        .as(code)
                        .containsAll(placeholders(serbian.get(code))));
        assertThat(english.keySet())
                .filteredOn(code -> !english.get(code).contains("{2}"))
                .allSatisfy(code -> assertThat(placeholders(serbian.get(code)))
                        .as(code)
                        .isEqualTo(placeholders(english.get(code))));
    }

    @ParameterizedTest
    @MethodSource("written")
    void everyCodeThatTheSourcesNameHasAText(Language language) {
        assertThat(codesInTheSources())
                .isNotEmpty()
                .isSubsetOf(MESSAGES.bundle(language).keySet());
    }

    @Test
    void theSourcesAreReadForAllWaysToNameACode() {
        assertThat(codesInTheSources())
                .contains("no-such-path", "required", "not-one-of", "phone-too-long", "web-stray-character")
                .contains("reference-not-published", "parameter-not-known", "dissolved-before-established");
    }

    @Test
    void noTextIsLeftOver() {
        String sources = sources().collect(Collectors.joining("\n"));
        Set<String> composed = Stream.concat(
                        Arrays.stream(ProblemType.values())
                                .flatMap(problem ->
                                        Stream.of(".title", ".detail", ".page").map(ending -> problem.code() + ending)),
                        Arrays.stream(WithdrawalReason.values()).map(reason -> "gone-" + reason.wireName()))
                .collect(Collectors.toSet());

        assertThat(MESSAGES.bundle(Language.EN).keySet())
                // ContentSchemaBuilderTest and FormsTest compare these with the members and the enumerations.
                .filteredOn(code -> !code.startsWith("schema.") && !code.startsWith("vocabulary."))
                .filteredOn(code -> !composed.contains(code))
                .allSatisfy(code -> assertThat(sources).contains('"' + code + '"'));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasATitleADetailAndAPage(ProblemType problem) {
        for (Language language : offered()) {
            assertThat(MESSAGES.bundle(language))
                    .containsKeys(problem.code() + ".title", problem.code() + ".detail", problem.code() + ".page");
        }
    }

    @ParameterizedTest
    @EnumSource(WithdrawalReason.class)
    void everyReasonToWithdrawHasAText(WithdrawalReason reason) {
        assertThat(MESSAGES.bundle(Language.EN)).containsKey("gone-" + reason.wireName());
    }

    @ParameterizedTest
    @MethodSource("offered")
    void everyPlaceholderIsFilled(Language language) {
        Object[] arguments = {"FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH"};

        assertThat(MESSAGES.bundle(language).keySet())
                .allSatisfy(code -> assertThat(MESSAGES.text(Message.of(code, arguments), language))
                        .doesNotContain("{", "}"));
    }

    @Test
    void anArgumentCanBeAMessageAndIsNeverReadAsAPlaceholder() {
        Message message = Message.of("wrong-type", "\"{1} $1\"", Message.of("wanted-one-of", "a, {0}"));

        assertThat(MESSAGES.text(message, Language.EN)).isEqualTo("Read: \"{1} $1\". Wanted: one of a, {0}.");
        assertThat(MESSAGES.text(message, Language.SR_LATN))
                .isEqualTo("Pročitano: \"{1} $1\". Potrebno: jedna od vrednosti a, {0}.");
    }

    @Test
    void serbianInLatinScriptIsDerived() {
        assertThat(MESSAGES.pattern("not-found.title", Language.SR_LATN))
                .isEqualTo("Nije pronađeno")
                .isNotEqualTo(MESSAGES.pattern("not-found.title", Language.SR_CYRL));
    }

    private static Set<String> codesInTheSources() {
        return sources()
                .flatMap(source ->
                        CODES.stream().flatMap(code -> code.matcher(source).results()))
                .map(found -> found.group(1))
                .filter(code -> !code.endsWith("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(MessageCatalogueTest::text)
                    .toList()
                    .stream();
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

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\d+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

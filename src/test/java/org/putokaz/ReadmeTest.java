package org.putokaz;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The README is true: every {@code curl} in it is asked of the running service, and gets the answer that stands below
 * it. An ellipsis stands for whatever the README leaves out.
 */
@HttpTest
class ReadmeTest {

    private static final Path README = Path.of(System.getProperty("putokaz.basedir", "."), "README.md");
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String LEFT_OUT = "…";
    private static final String SERVICE = "localhost:8080";

    /** One command and the answer that the README promises. */
    private record Example(String command, String answer) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(README));
        while (block.find()) {
            for (String part : block.group(1).split("(?m)^\\$ ")) {
                int end = part.indexOf('\n');
                if (part.startsWith("curl")) {
                    examples.add(new Example(
                            part.substring(0, end), part.substring(end + 1).strip()));
                }
            }
        }
        return examples;
    }

    @TestFactory
    List<DynamicTest> everyCommandGivesTheAnswerBelowIt() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.command(),
                        () -> assertThat(answerTo(example.command())).matches(pattern(example.answer()))))
                .toList();
    }

    @Test
    void thereIsACommandForEveryFamily() throws IOException {
        String commands = examples().stream().map(Example::command).collect(Collectors.joining("\n"));
        assertThat(commands)
                .contains("organisational-units", "history-events", "contact-channels", "help-guides", "/api/v1?");
    }

    @Test
    void theCommandsThatStartAndTestAreTheOnesThatCiRuns() throws IOException {
        assertThat(Files.readString(README)).contains("mvn -DskipTests package quarkus:run", "mvn verify");
        assertThat(Files.readString(README.resolveSibling(".ci").resolve("run")))
                .containsPattern("mvn .*verify");
    }

    private static Pattern pattern(String answer) {
        return Pattern.compile(
                Arrays.stream(answer.split(LEFT_OUT, -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** What curl would print: the body, or the status line and the headers with -I. */
    private static String answerTo(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow()
                    .replace("$TOKEN", Tokens.admin()));
        }
        RequestSpecification request =
                given().urlEncodingEnabled(false).redirects().follow(false);
        boolean head = false;
        boolean post = false;
        String url = "";
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-sI" -> head = true;
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-d" -> {
                    request.body(words.get(++i));
                    post = true;
                }
                default -> url = words.get(i);
            }
        }
        assertThat(url).startsWith(SERVICE);
        String path = url.substring(SERVICE.length());
        return head
                ? headersOf(request.head(path))
                : (post ? request.post(path) : request.get(path)).asString().strip();
    }

    private static String headersOf(Response response) {
        return response.statusLine()
                + "\n"
                + response.headers().asList().stream()
                        .map(header -> header.getName() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
    }
}

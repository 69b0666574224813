package org.putokaz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

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
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;

/**
 * Commands of the README: every {@code curl} is sent to the running service and prints what is written below it. An
 * ellipsis stands for what the README leaves out.
 */
@HttpTest
class ReadmeTest {

    private static final Path README = Path.of(System.getProperty("putokaz.basedir", "."), "README.md");
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String ELLIPSIS = "…";
    private static final String SERVICE = "localhost:8080";

    /** A command and its output, as they are in the README. */
    private record Example(String command, String output) {}

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
    List<DynamicTest> everyCommandPrintsTheOutputBelowIt() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.command(),
                        () -> assertThat(outputOf(example.command())).matches(pattern(example.output()))))
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

    private static Pattern pattern(String output) {
        return Pattern.compile(
                Arrays.stream(output.split(ELLIPSIS, -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** The output of curl: the body, or the status line and the headers with -I. */
    private static String outputOf(String command) {
        List<String> words = words(command);
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

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> Stream.of(word.group(1), word.group(2), word.group(3))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow()
                        .replace("$TOKEN", Tokens.admin()))
                .toList();
    }

    private static String headersOf(Response response) {
        return response.statusLine()
                + "\n"
                + response.headers().asList().stream()
                        .map(header -> header.getName() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
    }
}

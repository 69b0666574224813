package org.putokaz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Image and compose files, checked against the settings and the sources of the service. */
class DockerFilesTest {

    private static final Path BASE = Path.of(System.getProperty("putokaz.basedir", "."));
    private static final Path DOCKER = BASE.resolve("docker");
    private static final Set<String> SETTINGS_WITHOUT_A_DEFAULT =
            Set.of("quarkus.datasource.password", "putokaz.content.pack");

    /** The instructions of the Dockerfile, each on one line, without comments. */
    private static List<String> instructions() throws IOException {
        List<String> instructions = new ArrayList<>();
        String text = Files.readString(DOCKER.resolve("Dockerfile")).replaceAll("(?m)^#.*\n", "");
        text.replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(instructions::add);
        return instructions;
    }

    private static List<String> arguments(String instruction) throws IOException {
        return instructions().stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1).strip())
                .toList();
    }

    private static String last(String instruction) throws IOException {
        List<String> all = arguments(instruction);
        return all.get(all.size() - 1);
    }

    private static String setting(String name) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(BASE.resolve("src/main/resources/application.properties"))) {
            settings.load(in);
        }
        return settings.getProperty(name);
    }

    private static JsonNode service(String file, String name) throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(DOCKER.resolve(file)))
                .path("services")
                .path(name);
    }

    @Test
    void theImageRunsOnARuntimeWithoutACompiler() throws IOException {
        assertThat(arguments("FROM"))
                .containsExactly(
                        "maven:3.9-eclipse-temurin-25 AS build",
                        "eclipse-temurin:25-jre AS application",
                        "application AS training",
                        "application");
    }

    @Test
    void theImageContainsTheAotCacheOfItsOwnVirtualMachine() throws IOException {
        assertThat(instructions()).anyMatch(line -> line.endsWith(" package -Dquarkus.package.jar.type=aot-jar"));
        assertThat(arguments("COPY")).contains("--from=training /putokaz/app.aot ./");
        // Of the build and of the application: the cache is trained in the directory in which the application runs.
        assertThat(arguments("WORKDIR")).containsExactly("/build", "/putokaz");
        assertThat(last("ENTRYPOINT")).contains("\"-XX:AOTCache=app.aot\"");
    }

    @Test
    void theAotCacheIsTrainedWithTheOptionsOfTheStart() throws IOException {
        String started = last("ENTRYPOINT").replaceAll("[\\[\\]\", ]+", " ").strip();

        assertThat(Files.readAllLines(DOCKER.resolve("train")))
                .contains(started.replace("AOTCache=", "AOTCacheOutput=") + " &");
    }

    @Test
    void theImageIsBuiltFromWhatTheProjectHasAndFromAllThatMavenNeeds() throws IOException {
        List<String> sources = arguments("COPY").stream()
                .filter(copy -> !copy.startsWith("--from"))
                .flatMap(copy ->
                        Stream.of(copy.substring(0, copy.lastIndexOf(' ')).split(" ")))
                .toList();

        assertThat(sources)
                .contains("pom.xml", ".mvn", "src")
                .allSatisfy(source -> assertThat(BASE.resolve(source)).exists());
        assertThat(Files.readString(DOCKER.resolve("Dockerfile.dockerignore")).lines())
                .contains(sources.stream().map(source -> "!" + source).toArray(String[]::new));
    }

    @Test
    void theImageHoldsTheWholeApplication() throws IOException {
        assertThat(arguments("COPY"))
                .filteredOn(copy -> copy.startsWith("--from=build"))
                .extracting(copy -> copy.split(" ")[1]
                        .replace("/build/target/quarkus-app/", "")
                        .replace("/", ""))
                .containsExactlyInAnyOrder("lib", "quarkus", "app", "quarkus-run.jar");
        assertThat(last("ENTRYPOINT")).startsWith("[\"java\"").endsWith("\"-jar\", \"quarkus-run.jar\"]");
    }

    @Test
    void theImageDoesNotRunAsRoot() throws IOException {
        assertThat(arguments("USER")).singleElement().asString().matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        assertThat(instructions().indexOf("USER " + last("USER")))
                .isGreaterThan(instructions().indexOf("WORKDIR " + last("WORKDIR")));
    }

    @Test
    void theEmbeddedDatabaseLiesInTheVolumeWhichTheUserOwns() throws IOException {
        String file = setting("quarkus.datasource.jdbc.url").replaceFirst("jdbc:h2:file:([^;]*);.*", "$1");
        Path data = Path.of(last("WORKDIR")).resolve(file).normalize().getParent();

        assertThat(Path.of(last("VOLUME"))).isEqualTo(data);
        String user = last("USER").split(":")[0];
        assertThat(last("RUN")).startsWith("install -d -o " + user).endsWith(" " + data.getFileName());
        assertThat(texts(service("compose.yaml", "putokaz").path("volumes"))).containsExactly("data:" + data);
    }

    @Test
    void onlyThePublicPortIsExposed() throws IOException {
        assertThat(arguments("EXPOSE")).containsExactly(setting("quarkus.http.port"));
    }

    @Test
    void healthIsAskedOfTheManagementPortByAToolThatTheImageHas() throws IOException {
        assertThat(last("HEALTHCHECK"))
                .contains("CMD [\"bash\"")
                .contains("/dev/tcp/127.0.0.1/" + setting("quarkus.management.port"))
                .contains("GET /q/health/ready ")
                .doesNotContain("curl", "wget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.postgresql.yaml"})
    void theServiceIsBuiltHereAndPublishesItsPublicPortAlone(String file) throws IOException {
        JsonNode service = service(file, "putokaz");

        assertThat(DOCKER.resolve(service.at("/build/context").asText())
                        .resolve(service.at("/build/dockerfile").asText()))
                .exists();
        assertThat(texts(service.path("ports"))).containsExactly("8080:" + setting("quarkus.http.port"));
    }

    @ParameterizedTest
    @CsvSource({"compose.yaml, putokaz", "compose.postgresql.yaml, putokaz", "compose.postgresql.yaml, database"})
    void aContainerCanDoNoMoreThanItMust(String file, String name) throws IOException {
        JsonNode service = service(file, name);

        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
        assertThat(texts(service.path("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(texts(service.path("tmpfs"))).contains("/tmp");
        assertThat(service.has("privileged") || service.has("cap_add")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.postgresql.yaml"})
    void everyVariableIsASettingThatTheServiceHas(String file) throws IOException {
        List<String> variables = new ArrayList<>();
        service(file, "putokaz").path("environment").fieldNames().forEachRemaining(variables::add);

        assertThat(variables).isSubsetOf(variablesOfTheService());
    }

    @Test
    void theServiceFindsItsDatabase() throws IOException {
        JsonNode service = service("compose.postgresql.yaml", "putokaz").path("environment");
        JsonNode database = service("compose.postgresql.yaml", "database").path("environment");

        assertThat(service.path("QUARKUS_DATASOURCE_JDBC_URL").asText())
                .isEqualTo("jdbc:postgresql://database:5432/"
                        + database.path("POSTGRES_DB").asText());
        assertThat(service.path("QUARKUS_DATASOURCE_USERNAME")).isEqualTo(database.path("POSTGRES_USER"));
        assertThat(service.path("QUARKUS_DATASOURCE_PASSWORD")).isEqualTo(database.path("POSTGRES_PASSWORD"));
    }

    @Test
    void theServiceWaitsForAHealthyDatabaseWhosePortIsNotPublished() throws IOException {
        JsonNode database = service("compose.postgresql.yaml", "database");

        assertThat(service("compose.postgresql.yaml", "putokaz")
                        .at("/depends_on/database/condition")
                        .asText())
                .isEqualTo("service_healthy");
        assertThat(database.path("image").asText()).isEqualTo("postgres:18");
        assertThat(texts(database.at("/healthcheck/test"))).contains("pg_isready", "--username=putokaz");
        assertThat(database.has("ports")).isFalse();
    }

    @Test
    void noSecretStandsInAFileAndNoneHasADefault() throws IOException {
        for (String name : List.of("putokaz", "database")) {
            service("compose.postgresql.yaml", name)
                    .path("environment")
                    .fields()
                    .forEachRemaining(variable -> {
                        if (variable.getKey().contains("PASSWORD")) {
                            assertThat(variable.getValue().asText()).matches("\\$\\{POSTGRES_PASSWORD:\\?[^}]+}");
                        }
                    });
        }
        assertThat(instructions())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("password"));
    }

    /** The settings by the names of their environment variables. */
    private static Set<String> variablesOfTheService() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(BASE.resolve("src/main/resources/application.properties"))) {
            settings.load(in);
        }
        return Stream.concat(settings.stringPropertyNames().stream(), SETTINGS_WITHOUT_A_DEFAULT.stream())
                .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

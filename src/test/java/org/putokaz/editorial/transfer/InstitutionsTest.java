package org.putokaz.editorial.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/**
 * The packs of six invented institutions in five countries, imported in one file, published in one set and read as the public
 * reads them. {@code -Dputokaz.refresh=true} writes the expected answers anew.
 */
@DatabaseTest
@TestProfile(Apart.class)
class InstitutionsTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER =
            Path.of(System.getProperty("putokaz.basedir", "."), "src", "test", "resources", "institutions");
    private static final Path EXPECTED = FOLDER.resolve("expected");
    private static final List<String> INSTITUTIONS = List.of("bol", "csr", "gbr", "hrv", "nvo", "sos");
    private static final List<String> LANGUAGES = List.of("sr-Cyrl", "sr-Latn", "en");
    private static final int ENTRIES = 156;

    @Test
    void sixInstitutionsAreImportedPublishedAndReadInThreeLanguages() throws IOException {
        Response imported = Tokens.as(Role.EDITOR)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/zip")
                .body(zipOfAllPacks())
                .post("/editorial/v1/import");
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(200);
        assertThat(imported.jsonPath().getList("complaints"))
                .as(imported.asString())
                .isEmpty();
        assertThat(imported.jsonPath().getInt("created")).isEqualTo(ENTRIES);
        List<Map<String, Object>> entries = imported.jsonPath().getList("entries");

        publish(imported.jsonPath().getString("publishingSets[0]"));
        try {
            assertPublicAnswers(entries);
        } finally {
            withdraw(entries);
        }
    }

    private static byte[] zipOfAllPacks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            addToZip(zip, "pack.yaml", FOLDER.resolve(INSTITUTIONS.get(0)).resolve("pack.yaml"));
            for (String institution : INSTITUTIONS) {
                Path pack = FOLDER.resolve(institution);
                for (Path file : entryFiles(pack)) {
                    addToZip(zip, pack.relativize(file).toString().replace('\\', '/'), file);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static List<Path> entryFiles(Path pack) throws IOException {
        try (Stream<Path> files = Files.walk(pack)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("pack.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static void addToZip(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
    }

    private static void publish(String set) {
        String path = "/editorial/v1/publishing-sets/" + set;
        Response read = Tokens.as(Role.APPROVER).header("Accept-Language", "en").get(path);
        assertThat(read.jsonPath().getList("publishable.errors"))
                .as(read.asString())
                .isEmpty();
        Response approved =
                Tokens.as(Role.APPROVER).header("If-Match", read.header("ETag")).post(path + "/approve");
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        Response published = Tokens.as(Role.APPROVER)
                .header("If-Match", approved.header("ETag"))
                .post(path + "/publish");
        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
    }

    private static void assertPublicAnswers(List<Map<String, Object>> entries) throws IOException {
        Map<Object, List<Map<String, Object>>> byFamily =
                entries.stream().collect(Collectors.groupingBy(entry -> entry.get("family")));
        assertThat(byFamily).hasSize(4);
        for (Map.Entry<Object, List<Map<String, Object>>> family : byFamily.entrySet()) {
            String ids = family.getValue().stream()
                    .map(entry -> entry.get("id").toString())
                    .sorted()
                    .collect(Collectors.joining(","));
            for (String language : LANGUAGES) {
                Response list =
                        given().get("/api/v1/" + family.getKey() + "?limit=100&lang=" + language + "&ids=" + ids);
                assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
                assertThat(list.jsonPath().getList("data"))
                        .hasSize(family.getValue().size());
                assertExpected(family.getKey() + "." + language + ".json", JSON.readTree(list.asByteArray()));
            }
        }
    }

    private static void assertExpected(String name, JsonNode actual) throws IOException {
        replaceVaryingValues(actual);
        Path file = EXPECTED.resolve(name);
        String text = JSON.writeValueAsString(actual) + "\n";
        if (Boolean.getBoolean("putokaz.refresh")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(file, text);
        }
        assertThat(text).as(name).isEqualTo(Files.readString(file));
    }

    private static void replaceVaryingValues(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String time : List.of("changedAt", "publishedAt", "firstPublishedAt", "lastModified")) {
                if (object.hasNonNull(time)) {
                    object.put(time, "2026-11-24T00:00:00Z");
                }
            }
            for (String number : List.of("position", "revision")) {
                if (object.path(number).isNumber()) {
                    object.put(number, 14);
                }
            }
            if (object.hasNonNull("etag")) {
                object.put("etag", "tag");
            }
        }
        node.forEach(InstitutionsTest::replaceVaryingValues);
    }

    private static void withdraw(List<Map<String, Object>> entries) {
        List<String> members = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            members.add("{'entry': '" + entry.get("id") + "', 'action': 'withdraw', 'reason': 'withdrawn'}");
        }
        Collections.reverse(members);
        Response set = EntryClient.approver()
                .contentType(ContentType.JSON)
                .body(EntryClient.json(PublishingSetClient.body("Six institutions", members.toArray(String[]::new))))
                .post("/editorial/v1/publishing-sets");
        assertThat(PublishingSetClient.fromResponse(set).publish().statusCode()).isEqualTo(200);
    }
}

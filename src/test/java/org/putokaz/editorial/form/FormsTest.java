package org.putokaz.editorial.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.common.WireEnum;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.ExampleFiles;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Entry point, schemas and vocabularies: enough to write and publish an entry of a family that a client does not know. */
@HttpTest
@TestProfile(Apart.class)
class FormsTest {

    private static final String ENTRY_POINT = "/editorial/v1";

    /** Enumerations that neither content nor editorial work has to do with. */
    private static final List<String> WITHOUT_VOCABULARY =
            List.of("org.putokaz.webhook.", "org.putokaz.signing.", "org.putokaz.sync.", "org.putokaz.security.audit.");

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static JsonNode get(String path) throws IOException {
        return ExampleFiles.body(EntryClient.editor().get(path));
    }

    private static Map<String, List<String>> vocabularies(String path) throws IOException {
        Map<String, List<String>> vocabularies = new HashMap<>();
        get(path).get("data").forEach(vocabulary -> {
            List<String> values = new ArrayList<>();
            vocabulary
                    .get("values")
                    .forEach(value -> values.add(value.get("value").asText()));
            vocabularies.put(vocabulary.get("name").asText(), values);
        });
        return vocabularies;
    }

    private static FormClient form(FamilySample sample) throws IOException {
        JsonNode links = get(ENTRY_POINT).get("links");
        JsonNode schemas = get(links.get("schemas").asText()).get("data");
        String href = null;
        for (JsonNode schema : schemas) {
            href = schema.get("family").asText().equals(sample.family)
                    ? schema.get("href").asText()
                    : href;
        }
        return new FormClient(get(href), vocabularies(links.get("vocabularies").asText()));
    }

    @EveryFamilyTest
    void aFormIsBuiltFilledSubmittedApprovedAndPublished(FamilySample sample) throws IOException {
        FormClient form = form(sample);
        ObjectNode content = form.fill();
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(form.schema())
                        .validate(content))
                .isEmpty();
        EntryClient entry = EntryClient.fromResponse(
                sample,
                EntryClient.editor()
                        .contentType(ContentType.JSON)
                        .body("{\"content\": " + content + "}")
                        .post(get(ENTRY_POINT).at("/families/" + sample.family).asText()));
        assertThat(get(entry.path()).at("/publishable/errors")).isEmpty();

        List<String> done = new ArrayList<>();
        for (String action : List.of("submit", "approve", "publish")) {
            for (Role role : List.of(Role.EDITOR, Role.APPROVER)) {
                JsonNode allowed =
                        ExampleFiles.body(Tokens.as(role).get(entry.path())).get("allowedActions");
                boolean listed = allowed.toString().contains('"' + action + '"');
                if (listed && !done.contains(action)) {
                    entry.transition(action, "", Tokens.as(role)).then().statusCode(200);
                    done.add(action);
                }
            }
        }
        assertThat(done).containsExactly("submit", "approve", "publish");
        given().get(entry.publicPath()).then().statusCode(200);
    }

    @EveryFamilyTest
    void whatTheSchemaRequiresIsWhatAPublicationNeeds(FamilySample sample) throws IOException {
        FormClient form = form(sample);
        for (JsonNode required : form.schema().get("required")) {
            ObjectNode content = form.fill();
            content.remove(required.asText());
            EntryClient entry = EntryClient.create(sample, content.toString());
            assertThat(get(entry.path()).at("/publishable/errors"))
                    .as(required.asText())
                    .extracting(error -> error.get("pointer").asText())
                    .anyMatch(pointer -> pointer.equals("/content/" + required.asText()));
        }
    }

    @EveryFamilyTest
    void aSchemaIsInTheLanguageOfTheRequest(FamilySample sample) throws IOException {
        Set<String> titles = new TreeSet<>();
        for (String language : List.of("sr-Cyrl", "sr-Latn", "en")) {
            titles.add(get(ENTRY_POINT + "/schemas/" + sample.family + "?lang=" + language)
                    .get("title")
                    .asText());
        }
        assertThat(titles).hasSize(3);
    }

    @Test
    void anUnknownFamilyHasNoSchema() {
        EntryClient.editor()
                .get(ENTRY_POINT + "/schemas/people?lang=en")
                .then()
                .statusCode(404)
                .body("detail", org.hamcrest.Matchers.containsString("contact-channels, help-guides"));
    }

    @EveryFamilyTest
    void anEnumerationOfASchemaIsItsVocabulary(FamilySample sample) throws IOException {
        FormClient form = form(sample);
        for (JsonNode member : form.schema().findParents("x-vocabulary")) {
            String name = member.get("x-vocabulary").asText();
            assertThat(form.vocabularies()).containsKey(name);
            if (member.has("enum")) {
                assertThat(member.get("enum"))
                        .extracting(JsonNode::asText)
                        .containsExactlyElementsOf(form.vocabularies().get(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr-Cyrl", "sr-Latn", "en"})
    void everyValueHasALabel(String language) throws IOException {
        Set<String> codes = new TreeSet<>();
        JsonNode vocabularies = get(ENTRY_POINT + "/vocabularies?lang=" + language);
        vocabularies.get("data").forEach(vocabulary -> {
            String code = "vocabulary." + vocabulary.get("name").asText();
            assertThat(vocabulary.get("title").asText()).isNotEqualTo(code);
            codes.add(code);
            vocabulary.get("values").forEach(value -> {
                String valueCode = code + "." + value.get("value").asText();
                assertThat(value.get("label").asText()).isNotEqualTo(valueCode);
                codes.add(valueCode);
            });
        });
        Properties catalogue = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/messages/vocabulary/en.properties")) {
            catalogue.load(file);
        }
        assertThat(catalogue.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void everyEnumerationIsAVocabulary() throws IOException {
        Map<String, List<String>> vocabularies = vocabularies(ENTRY_POINT + "/vocabularies");
        Path classes = Path.of(System.getProperty("putokaz.basedir", "."), "target", "classes", "org", "putokaz");
        List<JavaClass> enumerations = new ClassFileImporter()
                .importPath(classes).stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(WireEnum.class))
                        .filter(type -> WITHOUT_VOCABULARY.stream()
                                .noneMatch(prefix -> type.getName().startsWith(prefix)))
                        .toList();

        assertThat(enumerations).hasSizeGreaterThan(15);
        for (JavaClass enumeration : enumerations) {
            assertThat(vocabularies.values()).as(enumeration.getName()).contains(namesOf(enumeration));
        }
    }

    private static List<String> namesOf(JavaClass enumeration) {
        return Arrays.stream(enumeration.reflect().getEnumConstants())
                .map(constant -> ((WireEnum) constant).wireName())
                .toList();
    }

    @Test
    void thePublicVocabulariesAreThoseOfTheContent() throws IOException {
        JsonNode all = get(ENTRY_POINT + "/vocabularies?lang=en").get("data");
        JsonNode content =
                ExampleFiles.body(given().get("/api/v1/vocabularies?lang=en")).get("data");

        assertThat(content)
                .isNotEmpty()
                .allSatisfy(vocabulary -> assertThat(all).contains(vocabulary));
        assertThat(content)
                .extracting(vocabulary -> vocabulary.get("name").asText())
                .contains("channel-kinds", "weekdays", "withdrawal-reasons")
                .doesNotContain("stages", "roles", "entry-actions");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "PARTNER", mode = EnumSource.Mode.EXCLUDE)
    void aLinkIsGivenToThoseWhoMayFollowIt(Role role) throws IOException {
        ObjectNode links =
                (ObjectNode) ExampleFiles.body(Tokens.as(role).get(ENTRY_POINT)).get("links");
        JsonNode everything =
                ExampleFiles.body(Tokens.as(Role.ADMIN).get(ENTRY_POINT)).get("links");
        // A POST, and a download that is not JSON.
        links.remove(List.of("importing", "export"));
        links.properties().forEach(link -> {
            String path = everything.get(link.getKey()).asText();
            assertThat(Tokens.as(role).get(path).statusCode())
                    .as(role + " " + path)
                    .isEqualTo(link.getValue().isNull() ? 403 : 200);
        });
        Tokens.as(Role.PARTNER).get(ENTRY_POINT).then().statusCode(403);
    }
}

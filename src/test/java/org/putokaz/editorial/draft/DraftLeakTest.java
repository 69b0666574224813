package org.putokaz.editorial.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.Contract;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Whatever is asked of the public side, in whatever way, no word that only editors may see comes out. */
@DatabaseTest
@TestProfile(Apart.class)
class DraftLeakTest {

    private static final JsonNode CONTRACT = contract();
    private static final List<String> LANGUAGES = List.of("sr-Cyrl", "sr-Latn", "en");
    private static final List<String> PAGES = List.of("/openapi", "/openapi.json", "/openapi.yaml", "/docs", "/docs/");

    private final CanaryContent canaries = new CanaryContent();
    /** Ids and slugs of the entries with canaries; they may be asked for, so they are not canaries themselves. */
    private final Set<String> names = new LinkedHashSet<>();

    private int answers;

    private static JsonNode contract() {
        try {
            return new ObjectMapper().readTree(Files.readString(Contract.FILE));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    @AfterEach
    void clear() {
        EntryClient.withdrawAllPublished();
    }

    private EntryClient planted(FamilySample sample) {
        String editor = Tokens.of(Role.EDITOR, "Уредница " + canaries.word());
        EntryClient draft = EntryClient.fromResponse(
                sample,
                EntryClient.post(
                        sample,
                        "{'slug': '" + canaries.latin() + "', 'note': '" + canaries.word() + "', 'content': "
                                + canaries.content(sample) + "}",
                        Tokens.with(editor)));
        assertThat(draft.get().<List<Object>>path("publishable.errors")).isEmpty();
        return draft;
    }

    /** A draft that nobody but editors ever saw, sent back once. */
    private void plantADraft(FamilySample sample) {
        EntryClient draft = planted(sample).submit();
        plantASet(draft);
        draft.transition("reject", "{'reason': '" + canaries.word() + "'}");
        remember(draft);
    }

    /** A draft over something that the public sees. */
    private void plantAnEdit(FamilySample sample) {
        EntryClient draft = EntryClient.createPublished(sample, sample.content());
        draft.scheduleWithdrawal("Поводом " + canaries.word());
        draft.put("{'slug': '" + canaries.latin() + "', 'note': '" + canaries.word() + "', 'content': "
                + canaries.content(sample) + "}");
        remember(draft);
    }

    /** Something that the public saw until it was withdrawn for somebody's safety. */
    private void plantWhatWasWithdrawn(FamilySample sample) {
        EntryClient draft = planted(sample);
        draft.publish();
        assertThat(hits(SearchFolding.fold(
                        given().get(draft.publicPath() + "?lang=sr-Cyrl").asString())))
                .isNotEmpty();
        draft.withdraw("safety");
        remember(draft);
    }

    /** A set that waits, with what partners are to be told only when it goes out. */
    private void plantASet(EntryClient member) {
        Response made = EntryClient.approver()
                .contentType("application/json; charset=utf-8")
                .body(EntryClient.json("{'name': '" + canaries.word() + "', 'members': [{'entry': '" + member.id
                        + "', 'action': 'publish', 'note': {'sr-Cyrl': 'Ново " + canaries.word() + "'}}]}"))
                .post(EntryClient.BASE + "publishing-sets");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    }

    private void remember(EntryClient draft) {
        names.add(draft.id);
        names.add(draft.get().path("slug"));
    }

    private List<String> hits(String folded) {
        return canaries.planted().stream().filter(folded::contains).toList();
    }

    private Response read(String url) {
        Response response =
                given().urlEncodingEnabled(false).redirects().follow(false).get(url);
        answers++;
        // An answer may say what was asked for, and nothing else.
        String rest = SearchFolding.fold(response.asString() + response.headers());
        for (String asked : names) {
            if (url.contains(asked)) {
                rest = rest.replace(SearchFolding.fold(asked), "");
            }
        }
        assertThat(hits(rest)).as(url).isEmpty();
        assertThat(response.statusCode()).as(url).isLessThan(500);
        return response;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What a variable of a path, or a parameter without a list of values, is filled with. */
    private Set<String> fillings(String name, JsonNode schema) {
        Set<String> values = new LinkedHashSet<>();
        JsonNode known = schema.path("items").has("enum") ? schema.at("/items/enum") : schema.path("enum");
        known.forEach(value -> values.add(value.asText()));
        if (!values.isEmpty()) {
            return values;
        }
        switch (name) {
            case "idOrSlug", "step" -> {
                values.addAll(names);
                values.addAll(List.of(Center.CENTER, Center.PHONE_SLUG, Center.GUIDE_SLUG, Center.GUIDE));
            }
            case "code" -> values.addAll(List.of("gone", "not-found", "conflict"));
            case "limit" -> values.addAll(List.of("1", "100"));
            case "language" -> values.addAll(List.of("hu", "en"));
            case "fields", "include", "sort" -> values.addAll(named(name));
            default -> {
                if (schema.path("format").asText().equals("uuid")) {
                    values.addAll(names);
                    values.add(Center.CENTER);
                } else if (schema.path("type").asText().equals("boolean")) {
                    values.addAll(List.of("true", "false"));
                } else {
                    values.addAll(List.of("2010-01-01", "2033-02-03", "x"));
                }
            }
        }
        return values;
    }

    /** Values that the descriptions name: all of them are tried on all paths, and most are refused on most. */
    private static Set<String> named(String parameter) {
        Set<String> words = new TreeSet<>(List.of("id", "slug", "name", "-name", "publishedAt", "-publishedAt"));
        CONTRACT.at("/components/schemas")
                .forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(words::add));
        return parameter.equals("fields") ? new TreeSet<>(List.of("id,slug", "name", "title,localisation")) : words;
    }

    private List<String> paths(String template) {
        List<String> paths = new ArrayList<>(List.of(template));
        while (paths.get(0).contains("{")) {
            List<String> filled = new ArrayList<>();
            for (String path : paths) {
                String name = path.replaceFirst("^[^{]*\\{([^}]*)}.*$", "$1");
                JsonNode none = CONTRACT.path("none");
                fillings(name, none).forEach(value -> filled.add(path.replace("{" + name + "}", value)));
            }
            paths = filled;
        }
        return paths;
    }

    private void readAllWaysOf(String template) {
        JsonNode parameters = CONTRACT.path("paths").path(template).at("/get/parameters");
        List<String> paths = paths(template);
        for (String path : paths) {
            LANGUAGES.forEach(language -> read(path + "?lang=" + language));
        }
        if (template.contains("{")) {
            return;
        }
        for (JsonNode raw : parameters) {
            JsonNode parameter = resolved(raw);
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && !name.equals("lang") && !name.equals("cursor")) {
                for (String value : fillings(name, resolved(parameter.path("schema")))) {
                    readPages(template + "?lang=sr-Latn&" + name + "=" + value);
                }
            }
        }
    }

    private void readPages(String url) {
        Response page = read(url);
        for (int i = 0; page.statusCode() == 200 && i < 50; i++) {
            String next = page.path("page.next");
            if (next == null) {
                return;
            }
            page = read(url + "&cursor=" + next);
        }
    }

    @Test
    void noAnswerGivesAnEditorsWordAway() {
        for (FamilySample sample : FamilySample.values()) {
            plantADraft(sample);
            plantAnEdit(sample);
            plantWhatWasWithdrawn(sample);
        }
        assertThat(canaries.planted()).hasSizeGreaterThan(150);
        PAGES.forEach(this::read);
        CONTRACT.path("paths").fieldNames().forEachRemaining(template -> {
            if (template.startsWith("/api/")) {
                readAllWaysOf(template);
            }
        });
        assertThat(answers).isGreaterThan(800);
    }

    /** The test itself must be able to fail. */
    @Test
    void aWordThatThePublicSeesIsNoticed() {
        String word = canaries.word();
        EntryClient draft = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content("Проба " + word));
        String latin = given().get(draft.publicPath() + "?lang=sr-Latn").asString();
        assertThat(hits(SearchFolding.fold(latin))).containsExactly(SearchFolding.fold(word));
    }
}

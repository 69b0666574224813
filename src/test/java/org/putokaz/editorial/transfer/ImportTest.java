package org.putokaz.editorial.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Import and export of files: an import makes drafts, all or none; an exported pack may be imported again. */
@DatabaseTest
@TestProfile(Apart.class)
class ImportTest {

    private static final String IMPORT = "/editorial/v1/import";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String NDJSON = "application/x-ndjson; charset=utf-8";
    private static final String ZIP = "application/zip";

    private static Response send(String type, String query, byte[] body) {
        return Tokens.as(Role.EDITOR)
                .header("Accept-Language", "en")
                .header("Content-Type", type)
                .body(body)
                .post(IMPORT + query);
    }

    private static Response send(String type, String query, String body) {
        return send(type, query, body.getBytes(StandardCharsets.UTF_8));
    }

    private static long feedPosition() {
        return given().get("/api/v1").jsonPath().getLong("position");
    }

    private static Response search(String family, String text) {
        return Tokens.as(Role.EDITOR).get("/editorial/v1/" + family + "?text=" + text);
    }

    @Test
    void aTableOfChannelsBecomesDraftsInOneSet() {
        long before = feedPosition();
        String table = """
                slug,unit,kind,value,label.sr-Cyrl,label.en,purposes,rank
                uvoz-prvi,%s,phone,011 3456 781,Први увезени,First imported,victim-support|press,1
                uvoz-drugi,centar-za-zastitu-zrtava-trgovine-ljudima,email,uvoz@example.rs,Други увезени,Second imported,press,2
                """.formatted(Center.CENTER);

        Response dryRun = send(CSV, "?dryRun=true", table);
        assertThat(dryRun.statusCode()).as(dryRun.asString()).isEqualTo(200);
        assertThat(dryRun.jsonPath().getInt("created")).isEqualTo(2);
        assertThat(search("contact-channels", "uvezeni").jsonPath().getList("data"))
                .isEmpty();

        Response real = send(CSV, "", table);
        assertThat(real.jsonPath().getInt("created")).as(real.asString()).isEqualTo(2);
        assertThat(real.jsonPath().getList("complaints")).isEmpty();
        assertThat(real.jsonPath().getList("entries.row")).isEqualTo(List.of(2, 3));
        assertThat(search("contact-channels", "uvezeni").jsonPath().getList("data.status"))
                .isEqualTo(List.of("draft", "draft"));
        assertThat(feedPosition()).as("nothing was published").isEqualTo(before);

        Response set = Tokens.as(Role.EDITOR)
                .get("/editorial/v1/publishing-sets/" + real.jsonPath().getString("publishingSets[0]"));
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(set.jsonPath().getList("members")).hasSize(2);

        Response again = send(CSV, "", table);
        assertThat(again.jsonPath().getInt("unchanged")).isEqualTo(2);
        assertThat(again.jsonPath().getList("publishingSets")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slug,unit,kind,value,label.sr-Cyrl,purposes\nSLUG,CENTER,phone,011 3456 781,Пробни,press\n",
                "slug,unit,kind,value,label.sr-Cyrl,purposes\nSLUG,CENTER,phone,011 3456 781,Пробни,\n",
                "slug,unit,kind,value,label.sr-Cyrl,purposes\nSLUG,CENTER,phone,011 36123,Пробни,press\n",
                "slug,unit,kind,value,label.sr-Cyrl,purposes\nSLUG,nema-je,phone,011 3456 781,Пробни,press\n",
                "slug,unit,kind,value,label.sr-Cyrl,purposes\nSLUG,CENTER,telefon,011 3456 781,Пробни,press\n",
                "slug,unit,kind,value,label.sr-Cyrl,purposes\nSLUG,CENTER,phone,011 3456 781,Пробни,\n"
                        + "SLUG-2,CENTER,telefon,011 3456 782,Пробни,press\n",
                "slug,value\nEXISTING,011 3456 799\n",
                "slug,value\nEXISTING,011 123 4567\n",
                "slug,value,nema\nEXISTING,011 3456 799,x\n",
                "sep=;\nslug;kind;value;label.sr-Cyrl;unit\nSLUG;phone;????;Пробни;CENTER\n"
            })
    void theDryRunSaysWhatTheImportDoes(String table) {
        EntryClient existing = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        String body = table.replace("SLUG", FamilySample.slug(FamilySample.uniqueName()))
                .replace("CENTER", Center.CENTER_SLUG)
                .replace("EXISTING", existing.get().<String>path("slug"));

        JsonPath dryRun = send(CSV, "?dryRun=true", body).jsonPath();
        JsonPath real = send(CSV, "", body).jsonPath();

        assertThat(real.<Map<String, Object>>getList("complaints")).isEqualTo(dryRun.getList("complaints"));
        for (String number : List.of("created", "changed", "unchanged", "entries")) {
            boolean refused = real.get("publishingSets") == null;
            assertThat(refused ? null : real.<Object>get(number))
                    .as(number)
                    .isEqualTo(refused ? null : dryRun.<Object>get(number));
        }
    }

    @Test
    void theSetIsNamedAfterTheFile() {
        String table = "slug,value\n%s,011 3456 %d\n";
        EntryClient named = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        String own = named.get().path("slug");
        Response imported = send(CSV, "?file=C:\\dokumenti\\kanali 2026.csv", table.formatted(own, 781));
        assertThat(setName(imported)).isEqualTo("kanali 2026.csv");
        assertThat(setName(send(CSV, "", table.formatted(own, 782)))).startsWith("Import 20");
        assertThat(setName(send(CSV, "?file=/", table.formatted(own, 783)))).startsWith("Import 20");
        Response tooLong = send(CSV, "?file=" + "a".repeat(181), table.formatted(own, 784));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.<String>path("violations[0].parameter")).isEqualTo("file");
    }

    private static String setName(Response imported) {
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(200);
        return Tokens.as(Role.EDITOR)
                .get("/editorial/v1/publishing-sets/" + imported.path("publishingSets[0]"))
                .path("name");
    }

    @Test
    void aTableChangesOnlyWhatItHasColumnsFor() {
        send(CSV, "", """
                slug,unit,kind,value,label.sr-Cyrl,label.en,purposes,rank
                uvoz-stub,%s,phone,011 3456 782,Стубац,Column,press,7
                """.formatted(Center.CENTER));
        Response changed = send(CSV, "", "slug;value\nuvoz-stub;011 3456 783\n");
        assertThat(changed.jsonPath().getInt("changed")).as(changed.asString()).isEqualTo(1);
        assertThat(changed.jsonPath().getList("entries[0].changes.pointer")).isEqualTo(List.of("/content/value"));
        assertThat(changed.jsonPath().getString("entries[0].changes[0].before")).isEqualTo("011 3456 782");
        assertThat(changed.jsonPath().getString("entries[0].changes[0].after")).isEqualTo("011 3456 783");

        String blank = "slug;value;label.en\nuvoz-stub;;\n";
        assertThat(send(CSV, "", blank).jsonPath().getInt("unchanged")).isEqualTo(1);
        Response cleared = send(CSV, "?dryRun=true&clearBlank=true", blank);
        assertThat(cleared.jsonPath().getList("entries[0].changes.pointer"))
                .as(cleared.asString())
                .isEqualTo(List.of("/content/value", "/content/label/en"));
        assertThat(send(CSV, "?clearBlank=maybe", blank).statusCode()).isEqualTo(400);
    }

    @Test
    void oneBadLineStopsAllAndEveryOneIsNamed() {
        String lines = """
                {"family": "history-events", "slug": "uvoz-dobar", "content": {"date": "2020", "category": "milestone", "title": {"sr-Cyrl": "Добар ред"}}}
                {"family": "history-events", "slug": "uvoz-los", "content": {"titel": {"sr-Cyrl": "Лош ред"}}}
                {"family": "history-events", "slug": "Uvoz Los", "content": {"title": {"sr-Cyrl": "Лош слаг"}}}
                {"family": "history-events", "slug": "uvoz-skripta", "content": {"body": {"sr-Cyrl": "<script>x</script>"}}}
                """;
        Response refused = send(NDJSON, "", lines);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("complaints.row")).contains(2, 3, 4);
        assertThat(refused.jsonPath().getList("complaints.code")).contains("unknown-field", "not-a-slug", "raw-html");
        assertThat(search("history-events", "dobar").jsonPath().getList("data")).isEmpty();

        Response dryRun = send(NDJSON, "?dryRun=true", lines);
        assertThat(dryRun.statusCode()).isEqualTo(200);
        assertThat(dryRun.jsonPath().getList("complaints.row")).contains(2, 3, 4);
    }

    @Test
    void aUnitBelowADissolvedOneIsAWarningOfTheSetThatTheImportMakes() {
        EntryClient dissolved = EntryClient.create(
                FamilySample.UNIT,
                "{'name': {'sr-Cyrl': 'Укинута'}, 'kind': 'office', 'sortOrder': 900, 'dissolved': '2020-01-01'}");
        Response imported = send(NDJSON, "", """
                {"family": "organisational-units", "slug": "uvoz-ispod", "content": {"name": {"sr-Cyrl": "Увезена испод"}, "kind": "office", "parent": "%s"}}
                """.formatted(dissolved.id));
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(200);

        Response set = Tokens.as(Role.EDITOR)
                .get("/editorial/v1/publishing-sets/" + imported.jsonPath().getString("publishingSets[0]"));
        assertThat(set.jsonPath().getList("publishable.warnings.code")).contains("parent-dissolved");
    }

    @Test
    void whatIsNotReadyToBePublishedIsSaidAndSavedAllTheSame() {
        Response imported = send(NDJSON, "", """
                {"family": "history-events", "slug": "uvoz-nepotpun", "content": {"title": {"en": "Only English"}}}
                """);
        assertThat(imported.statusCode()).as(imported.asString()).isEqualTo(200);
        assertThat(imported.jsonPath().getInt("created")).isEqualTo(1);
        assertThat(imported.jsonPath().getList("complaints.code")).contains("required", "language-missing");
    }

    @Test
    void whatWasExportedIsUnchangedWhenItComesBack() throws IOException {
        byte[] pack = Tokens.as(Role.EDITOR).get("/editorial/v1/export").asByteArray();
        Map<String, String> files = unzipped(pack);
        assertThat(files.keySet())
                .contains("pack.yaml", "contact-channels/kontakt-telefon-centra.yaml")
                .allSatisfy(name -> assertThat(name).doesNotStartWith("/"));
        Response dryRun = send(ZIP, "?dryRun=true", pack);
        assertThat(dryRun.jsonPath().getInt("created")).as(dryRun.asString()).isZero();
        assertThat(dryRun.jsonPath().getInt("changed")).as(dryRun.asString()).isZero();
        assertThat(dryRun.jsonPath().getInt("unchanged")).isPositive();

        String phone = files.get("contact-channels/kontakt-telefon-centra.yaml");
        files.put("contact-channels/kontakt-telefon-centra.yaml", phone.replace("063 610 590", "063 610 59O"));
        Response changed = send(ZIP, "?dryRun=true", zipped(files));
        assertThat(changed.jsonPath().getInt("changed")).isEqualTo(1);
        assertThat(changed.jsonPath().getString("entries[0].changes[0].after")).isEqualTo("063 610 59O");
        assertThat(changed.jsonPath().getString("complaints[0].file"))
                .isEqualTo("contact-channels/kontakt-telefon-centra.yaml");
        assertThat(changed.jsonPath().getString("complaints[0].field")).isEqualTo("/content/value");
        assertThat(changed.jsonPath().getInt("complaints[0].row")).isPositive();
    }

    @Test
    void anExportHoldsNoDraftAndNoEditor() throws IOException {
        EntryClient draft = EntryClient.fromResponse(
                FamilySample.EVENT,
                EntryClient.post(
                        FamilySample.EVENT,
                        "{'slug': 'uvoz-tajni-nacrt', 'content': {'title': {'sr-Cyrl': 'Кишобран'}, 'category':"
                                + " 'milestone'}}",
                        Tokens.with(Tokens.of(Role.EDITOR, "Vera"))));
        String all = String.join(
                "\n",
                unzipped(Tokens.as(Role.EDITOR).get("/editorial/v1/export").asByteArray())
                        .values());
        assertThat(all).doesNotContain("Кишобран", "uvoz-tajni-nacrt", "Vera", draft.id);
    }

    @Test
    void whatIsNoFileOfOursIsRefused() {
        assertThat(send("text/plain", "", "x").statusCode()).isEqualTo(415);
        assertThat(send(ZIP, "", "no zip").statusCode()).isEqualTo(422);
        assertThat(send(NDJSON, "", "{\"family\": \"x\", \"slug\": \"a\", \"content\": {}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(NDJSON, "", "{").statusCode()).isEqualTo(422);
        assertThat(send(CSV, "", "slug,nonsense\na,b\n").statusCode()).isEqualTo(422);
        assertThat(send(CSV, "?dryRun=maybe", "slug\n").statusCode()).isEqualTo(400);
        assertThat(send(CSV, "?dryRun=true&x=1", "slug\n").statusCode()).isEqualTo(400);
        assertThat(given().contentType(CSV).body("slug\n").post(IMPORT).statusCode())
                .isEqualTo(401);
        assertThat(Tokens.as(Role.PARTNER)
                        .header("Content-Type", CSV)
                        .body("slug\n")
                        .post(IMPORT)
                        .statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> unzipped(byte[] pack) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] zipped(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

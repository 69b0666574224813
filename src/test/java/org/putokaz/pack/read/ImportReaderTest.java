package org.putokaz.pack.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.locale.Language;
import org.putokaz.problem.Violation;

/** Imports are parsed strictly, and every error gives file, line or row, and field. */
@HttpTest
class ImportReaderTest {

    private static final String ID = "01a20a90-1c5c-74a9-9b9a-d0da3d649aff";
    private static final String UNIT = "{\"name\": {\"sr-Cyrl\": \"Канцеларија\"}, \"kind\": \"office\"}";

    @Inject
    ImportReader reader;

    @Inject
    ContentFamilyRegistry families;

    @Inject
    MessageCatalogue messages;

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> messagesOf(ImportResult read) {
        return read.errors().stream()
                .map(error -> error.format(messages.text(error.reason(), Language.EN)))
                .toList();
    }

    private ImportResult lines(String... lines) {
        return reader.readNdjson("unos.ndjson", stream(String.join("\n", lines)));
    }

    private static String line(String slug, String... more) {
        return "{\"family\": \"organisational-units\", \"slug\": \"" + slug + "\", \"content\": " + UNIT
                + String.join("", more) + "}";
    }

    private ImportResult table(String table) {
        return table(table, BlankCells.KEEP);
    }

    private ImportResult table(String table, BlankCells blankCells) {
        ImportReader.SlugResolver slugs = (family, slug) -> {
            assertThat(family).isEqualTo("organisational-units");
            return Center.CENTER_SLUG.equals(slug) ? Optional.of(UUID.fromString(Center.CENTER)) : Optional.empty();
        };
        return reader.readCsv(families.get("contact-channels"), "kanali.csv", stream(table), slugs, blankCells);
    }

    @Test
    void aLineIsAnEntryWithOrWithoutItsId() {
        ImportResult read = lines(
                line("prva"), "", line("druga", ", \"id\": \"" + ID + "\", \"note\": {\"sr-Cyrl\": \"Ново\"}"), "\r");

        assertThat(messagesOf(read)).isEmpty();
        assertThat(read.entries()).extracting(ImportedEntry::slug).containsExactly("prva", "druga");
        assertThat(read.entries()).extracting(ImportedEntry::id).containsExactly(null, UUID.fromString(ID));
        assertThat(read.entries().get(1).content().toString()).contains("\"kind\":\"office\"");
        assertThat(read.entries().get(1).note().get(Language.SR_CYRL)).contains("Ново");
        assertThat(read.entries().get(1).toStoreChange().content()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"slug\": \"a\", \"content\": {}} | /family: Allowed are: contact-channels, help-guides,",
                "{\"family\": \"help-guides\", \"content\": {}} | /slug: This is missing.",
                "{\"family\": \"help-guides\", \"slug\": \"a\"} | /content: This is missing.",
                "{\"family\": \"help-guides\", \"slug\": \"a\", \"content\": []} | /content: Read: []. Wanted: an object (in curly brackets).",
                "{\"family\": \"help-guides\", \"slug\": \"a\", \"content\": {\"titel\": 1}} | /content/titel: There is no such field.",
                "{\"family\": \"help-guides\", \"slug\": \"a\", \"content\": {\"sortOrder\": \"1\"}} | /content/sortOrder: Read: \"1\". Wanted: a whole number up to 2147483647",
                "{\"family\": \"help-guides\", \"slug\": \"a\", \"slug\": \"b\"} | : The body is not well-formed JSON, or has a name",
                "{\"family\": \"help-guides\", \"slug\": \"a\", \"content\": {\"title\": {\"en\": \"\\u0000\"}}} | /content/title/en: There is a control",
                "{\"family\": \"help-guides\", \"slug\": \"a\\uD800\"} | /slug: There is a control character",
                "{\"family\": \"help-guides\", \"live\": true} | /live: There is no such field.",
                "{\"family\": \"help-guides\" | : The body is not well-formed JSON",
                "[] | : Read: []. Wanted: an object (in curly brackets).",
                "text | : The body is not well-formed JSON",
                "{} {} | : The body is not well-formed JSON"
            })
    void oneBadLineIsReportedWithItsNumberAndField(String line, String error) {
        List<String> errors = messagesOf(lines(line("dobra"), line));
        assertThat(errors).isNotEmpty();
        assertThat(errors.get(0)).startsWith("unos.ndjson:2: " + error);
    }

    @Test
    void whatIsTooDeepTooLongOrNotUtf8IsRefused() {
        assertThat(messagesOf(lines(line("a"), "[".repeat(1000))))
                .first()
                .asString()
                .startsWith("unos.ndjson:2: : ");
        assertThat(messagesOf(lines("\"" + "x".repeat(1024 * 1024) + "\"", line("b"))))
                .containsExactly("unos.ndjson:1: : The line is longer than 1048576 bytes.");
        ImportResult read =
                reader.readNdjson("x", new ByteArrayInputStream(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}));
        assertThat(messagesOf(read)).containsExactly("x:1: : The body is not UTF-8.");
    }

    @Test
    void anIdStandsOnOneLineOnly() {
        String id = ", \"id\": \"" + ID + "\"";
        assertThat(messagesOf(lines(line("a", id), line("b", id))))
                .containsExactly("unos.ndjson:2: /id: The same id stands in unos.ndjson.");
    }

    @Test
    void atMostAThousandErrorsAreReported() {
        String[] bad = new String[1500];
        Arrays.fill(bad, "x");
        List<String> errors = messagesOf(lines(bad));
        assertThat(errors).hasSize(1001);
        assertThat(errors.get(1000)).endsWith("and 500 complaints more, which are not told");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";"})
    void aRowIsAPatchOfWhatHasAColumn(String separator) {
        String table =
                "\uFEFFid,slug,unit,kind,value,label.sr-Cyrl,label.en,purposes,rank,tollFree,lastVerified,verifyEvery\r\n"
                                .replace(",", separator)
                        + (ID + ",telefon," + Center.CENTER_SLUG
                                        + ",phone,063 610 590,Телефон,,victim-support | general,1,TRUE,2026-01-31,\r\n")
                                .replace(",", separator);
        ImportResult read = table(table, BlankCells.CLEAR);

        assertThat(messagesOf(read)).isEmpty();
        assertThat(table(table).entries().get(0).content())
                .hasToString("{\"unit\":\"" + Center.CENTER + "\",\"kind\":\"phone\",\"value\":\"063 610 590\","
                        + "\"label\":{\"sr-Cyrl\":\"Телефон\"},\"purposes\":[\"victim-support\",\"general\"],"
                        + "\"rank\":1,\"tollFree\":true,\"lastVerified\":\"2026-01-31\"}");
        ImportedEntry row = read.entries().get(0);
        assertThat(row.isPatch()).isTrue();
        assertThat(row.id()).isEqualTo(UUID.fromString(ID));
        assertThat(row.slug()).isEqualTo("telefon");
        assertThat(row.content())
                .hasToString("{\"unit\":\"" + Center.CENTER + "\",\"kind\":\"phone\",\"value\":\"063 610 590\","
                        + "\"label\":{\"sr-Cyrl\":\"Телефон\",\"en\":null},\"purposes\":[\"victim-support\",\"general\"],"
                        + "\"rank\":1,\"tollFree\":true,\"lastVerified\":\"2026-01-31\",\"verifyEvery\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Slug;Врста;НАЗИВ.sr-Cyrl;Бесплатан\na;phone;Телефон;да\n",
                "slug;vrsta;naziv.sr-Cyrl;besplatan\na;phone;Телефон;DA\n",
                "sep=;\nslug;kind;label.sr-Cyrl;tollFree\na;phone;Телефон;true\n",
                "\uFEFFsep=;\r\nslug;kind;label.sr-Cyrl;tollFree\r\na;phone;Телефон;TRUE\r\n",
                "sep=,\nslug,kind,label.sr-Cyrl,tollFree\na,phone,Телефон,True\n",
                "\"sep=;\";;;\nslug;kind;label.sr-Cyrl;tollFree\na;phone;Телефон;Да\n",
                "sep=\t\nslug\tkind\tlabel.sr-Cyrl\ttollFree\na\tphone\tТелефон\ttrue\n",
                "slug;kind;;label.sr-Cyrl;tollFree;;\na;phone; ;Телефон;true;;;;\n;;;;;;\n"
            })
    void aTableOfASpreadsheetIsRead(String text) {
        ImportResult read = table(text);

        assertThat(messagesOf(read)).isEmpty();
        assertThat(read.entries()).hasSize(1);
        assertThat(read.entries().get(0).content())
                .hasToString("{\"kind\":\"phone\",\"label\":{\"sr-Cyrl\":\"Телефон\"},\"tollFree\":true}");
    }

    @Test
    void anErrorNamesTheLineAlsoAfterASeparatorLine() {
        assertThat(messagesOf(table("sep=;\nslug;rank\na;prvi\n")).get(0)).startsWith("kanali.csv:3: rank:");
        assertThat(messagesOf(table("sep=;\nslug;rnak\na;1\n")).get(0)).startsWith("kanali.csv:2: rnak:");
        assertThat(messagesOf(table("sep=;\n"))).containsExactly("kanali.csv:1: : the file is empty");
    }

    @Test
    void aRowSaysWhatAChannelCosts() {
        ImportResult read = table("slug,cost,costNote.sr-Cyrl,audiences\na,local,Као месни позив,child | parent\n");
        assertThat(messagesOf(read)).isEmpty();
        assertThat(read.entries().get(0).content())
                .hasToString("{\"cost\":\"local\",\"costNote\":{\"sr-Cyrl\":\"Као месни позив\"},"
                        + "\"audiences\":[\"child\",\"parent\"]}");
    }

    @Test
    void aRowSaysWhenAChannelIsOpenAndNothingMore() {
        ImportResult read =
                table("slug;радно време\na;\"пон–уто 8–16; PH off; Europe/Belgrade\"\nb;24/7\nc;Sa 09:00-13:00\n");

        assertThat(messagesOf(read)).isEmpty();
        assertThat(read.entries())
                .extracting(entry -> entry.content().toString())
                .containsExactly(
                        "{\"hours\":{\"timezone\":\"Europe/Belgrade\",\"alwaysOpen\":false,\"weekly\":[{\"days\":[\"monday\",\"tuesday\"],"
                                + "\"opens\":\"08:00\",\"closes\":\"16:00\"}],\"publicHolidays\":\"closed\",\"holidayIntervals\":null}}",
                        "{\"hours\":{\"alwaysOpen\":true,\"publicHolidays\":\"same\",\"weekly\":[],\"holidayIntervals\":null}}",
                        "{\"hours\":{\"alwaysOpen\":false,\"weekly\":[{\"days\":[\"saturday\"],\"opens\":\"09:00\","
                                + "\"closes\":\"13:00\"}]}}");
    }

    @Test
    void hoursOfHolidaysInACellReplaceTheRule() {
        ImportResult read = table("slug;hours\na;\"Sa 9-13; PH 10-12\"\n");

        assertThat(messagesOf(read)).isEmpty();
        assertThat(read.entries().get(0).content())
                .hasToString(
                        "{\"hours\":{\"alwaysOpen\":false,\"weekly\":[{\"days\":[\"saturday\"],\"opens\":\"09:00\",\"closes\":\"13:00\"}],"
                                + "\"holidayIntervals\":[{\"opens\":\"10:00\",\"closes\":\"12:00\"}],\"publicHolidays\":null}}");
    }

    @Test
    void aCellInQuotesMayHoldEverything() {
        ImportResult read =
                table("slug,description.sr-Cyrl,value\na,\"Прво, \"\"друго\"\";\r\nтреће\", 192 \n\n,,\nb,,\n");
        assertThat(messagesOf(read)).isEmpty();
        assertThat(read.entries()).extracting(ImportedEntry::slug).containsExactly("a", "b");
        assertThat(read.entries().get(0).content())
                .hasToString("{\"description\":{\"sr-Cyrl\":\"Прво, \\\"друго\\\";\\nтреће\"},\"value\":\"192\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "slug,rank | a,prvi | 3: rank: This is not a whole number.",
                "slug,rank | a,1.0 | 3: rank: This is not a whole number.",
                "slug,tollFree | a,dobro | 3: tollFree: Allowed are: true, false, да, не.",
                "slug,rank, | a,1,x | 3: : There is text in column 3, which has no name in the header.",
                "slug,rank,RANK | a,1,2 | 1: RANK: The same thing stands here twice.",
                "slug,редослед,rank | a,1,2 | 1: rank: The same thing stands here twice.",
                "slug,назив | a,x | 1: назив: There is no such column.",
                "slug,purposes | a,general/press | 3: purposes: Read: \"general/press\". Wanted: one of victim-support, ",
                "slug,purposes | a,general! | 3: purposes: Read: \"general!\". Wanted: one of victim-support, ",
                "slug,unit | a,nepoznata | 3: unit: There is no entry with the slug nepoznata.",
                "slug,languages | a,serbian! | 3: languages: ",
                "slug,areaServed | a,70181 | 3: areaServed: Read: 70181. Wanted: the list and the code with a colon",
                "slug,areaServed | a,rs-district: | 3: areaServed: Read: rs-district:. Wanted: the list and the code",
                "slug,areaServed | a,okrug:06 | 3: areaServed: Read: \"okrug\". Wanted: one of rs-municipality, ",
                "slug,availableFrom | a,31.1.2026 | 3: availableFrom: Read: \"31.1.2026\". Wanted: a date such as 2026-11-30.",
                "slug,kind | a,telephone | 3: kind: Read: \"telephone\". Wanted: one of phone, sms, email, web, social, chat, post, in-person, fax, text-relay, messaging.",
                "id,rank | 7,1 | 3: id: ",
                "id,slug,rank | ,,1 | 3: slug: This is missing.",
                "slug,rank | ok,1 | 3: slug: The same thing stands here twice.",
                "slug,rank | a | 3: : The row has 1 cells; the header has 2.",
                "slug,rank | a,1,2 | 3: : The row has 3 cells; the header has 2.",
                "slug,rnak | a,1 | 1: rnak: There is no such column. There are, for example: id, slug, unit,",
                "slug,label | a,x | 1: label: There is no such column.",
                "slug,label.x-! | a,x | 1: label.x-!: There is no such column.",
                "slug,rank.en | a,1 | 1: rank.en: There is no such column.",
                "slug,address | a,1 | 1: address: There is no such column.",
                "slug,hours | a,08:00-16:00 | 3: hours: “08:00-16:00” is not a part of opening hours. Write for example Mo-Fr ",
                "slug,hours | a,Mo 8-16; Mo 17-18 | 3: hours: monday is in two places.",
                "slug,hours | a,24/7; PH off | 3: hours: 24/7 stands without days",
                "slug,hours | a,Mo 8-25 | 3: hours: 25:00 is not a time.",
                "slug,slug | a,b | 1: slug: The same thing stands here twice.",
                "rank,kind | 1,phone | 1: slug: A table needs a column id or slug.",
                "slug,value | a,\"1 | 3: : From this row on it is not CSV: quotes do not match.",
                "slug,value | a,\"1\"2 | 3: : From this row on it is not CSV: quotes do not match."
            })
    void oneBadCellIsReportedWithItsRowAndColumn(String header, String row, String error) {
        String good = (header.startsWith("id") ? ID : "ok") + ",".repeat(header.split(",", -1).length - 1);
        List<String> errors = messagesOf(table(header + "\n" + good + "\n" + row + "\n"));
        assertThat(errors).isNotEmpty();
        assertThat(errors.get(0)).startsWith("kanali.csv:" + error);
    }

    @Test
    void aListOfCodesNamesTheListOfEach() {
        ImportResult read = table("slug,подручје\na,rs-municipality:70181 | iso-3166-1:RS\n");

        assertThat(messagesOf(read)).isEmpty();
        assertThat(read.entries().get(0).content())
                .hasToString("{\"areaServed\":[{\"scheme\":\"rs-municipality\",\"code\":\"70181\"},"
                        + "{\"scheme\":\"iso-3166-1\",\"code\":\"RS\"}]}");
    }

    @Test
    void aListMayNotHaveGaps() {
        assertThat(messagesOf(table("slug,purposes\na,general||press\n")).get(0))
                .startsWith("kanali.csv:2: purposes: There is nothing");
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        assertThat(messagesOf(table(""))).containsExactly("kanali.csv:1: : the file is empty");
        byte[] latin = "slug,value\na,\u0161\n".getBytes(StandardCharsets.UTF_16);
        ImportResult read = reader.readCsv(
                families.get("contact-channels"),
                "x.csv",
                new ByteArrayInputStream(latin),
                (f, s) -> Optional.empty(),
                BlankCells.KEEP);
        assertThat(messagesOf(read)).containsExactly("x.csv:1: : not UTF-8");
        assertThatThrownBy(() -> reader.readCsv(
                        families.get("help-guides"), "x", stream(""), (f, s) -> Optional.empty(), BlankCells.KEEP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void laterViolationsAreReportedAtTheSameLocation() {
        ImportedEntry row = table("slug,label.sr-Cyrl\na,x\n").entries().get(0);
        assertThat(row.error(Violation.at("/label/sr-Cyrl", "too-long", 1)).field())
                .isEqualTo("label.sr-Cyrl");
        assertThat(row.error(Violation.at("/purposes/1", "required")).field()).isEqualTo("purposes");
        assertThat(row.error(Violation.at("/slug", "slug-taken", "a")).line()).isEqualTo(2);
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private ImportResult pack(String manifest, String... lines) {
        Map<String, String> files = new TreeMap<>();
        files.put("pack.yaml", manifest);
        files.put("organisational-units/a.yaml", "id: " + ID + "\nslug: a\n" + String.join("\n", lines) + "\n");
        return reader.readZip(new ByteArrayInputStream(zip(files)), ZipLimits.DEFAULT);
    }

    private static final String CONTENT = "content: {name: {sr-Cyrl: А}, kind: office}";

    @Test
    void formatTwoHasTheHistory() {
        ImportResult read = pack(
                "format: 2\n",
                "formerSlugs: [b, c]",
                "importance: minor",
                "published: {first: 2024-01-01T00:00:00Z, last: 2025-01-01T00:00:00.123Z, order: 7}",
                CONTENT);
        assertThat(messagesOf(read)).isEmpty();
        ImportedEntry entry = read.entries().get(0);
        assertThat(entry.history().formerSlugs()).containsExactly("b", "c");
        assertThat(entry.history().published().order()).isEqualTo(7);
        assertThat(entry.importance()).isEqualTo(Importance.MINOR);
        assertThat(entry.isTombstone()).isFalse();

        ImportedEntry gone = pack("format: 2\n", "withdrawn: {reason: safety, placeHidden: true}")
                .entries()
                .get(0);
        assertThat(gone.isTombstone()).isTrue();
        assertThat(gone.toTransferredEntry().history().withdrawn().reason()).isEqualTo(WithdrawalReason.SAFETY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | formerSlugs: [b] | :3: /formerSlugs: There is no such field. There are: content, id, note, slug",
                "2 | more: x | :3: /more: There is no such field.",
                "2 | withdrawn: {reason: whim} | :3: /withdrawn/reason: Read: \"whim\". Wanted: one of ",
                "2 | withdrawn: {} | :3: /withdrawn/reason: This is missing.",
                "2 | published: {first: yesterday} | :3: /published/first: Read: \"yesterday\". Wanted: a date and time with offset, such as ",
                "2 | published: {last: 2024-01-01T00:00:00Z, order: 1} | :3: /published/first: This is missing.",
                "2 | parts: [{slug: x}] | :3: /parts/0/id: This is missing.",
                "2 | parts: [null] | :3: /parts/0: Read: null. Wanted: a value, not null."
            })
    void historyIsReadStrictly(int format, String line, String error) {
        assertThat(messagesOf(pack("format: " + format + "\n", line, line.startsWith("withdrawn") ? "" : CONTENT))
                        .get(0))
                .startsWith("organisational-units/a.yaml" + error);
    }

    @Test
    void whatIsWithdrawnHasNoContent() {
        assertThat(messagesOf(pack("format: 2\n", "withdrawn: {reason: error}", CONTENT)))
                .containsExactly("organisational-units/a.yaml:4: /content: What is withdrawn has no content.");
    }

    @Test
    void aHostileZipGivesOneError() {
        assertThat(messagesOf(reader.readZip(new ByteArrayInputStream(new byte[100]), ZipLimits.DEFAULT)))
                .containsExactly(":1: : This is not a zip, or it is damaged.");
        assertThat(messagesOf(
                        reader.readZip(new ByteArrayInputStream(zip(Map.of("../x.yaml", "y"))), ZipLimits.DEFAULT)))
                .containsExactly("../x.yaml:1: : The name must be a plain path downwards, with slashes.");
    }
}

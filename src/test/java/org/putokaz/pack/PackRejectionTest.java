package org.putokaz.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.putokaz.fixture.Requests.given;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;

/** A pack with an error is rejected as a whole, and each error gives file, line, field and reason. */
@DatabaseTest
class PackRejectionTest extends PackFolderFixture {

    private WrittenUnit valid;
    private UUID id;
    private String slug;
    private String file;
    private long position;

    @BeforeEach
    void writeAValidFileBesideTheBadOne() {
        valid = newUnit("a-dobro");
        write(valid);
        WrittenUnit bad = newUnit("z-lose");
        id = bad.id();
        slug = bad.slug();
        file = bad.file();
        position = scratch.position();
    }

    @AfterEach
    void theStoreIsAsItWas() {
        assertThat(scratch.position()).isEqualTo(position);
        assertThat(given().get("/api/v1/organisational-units/{id}", valid.id()).statusCode())
                .isEqualTo(404);
    }

    private List<String> errors() {
        return catchThrowableOfType(PackRejectedException.class, () -> loader.load(folder.path()))
                .errors();
    }

    private String error() {
        assertThat(errors()).hasSize(1);
        return errors().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: shelter | 6: : the key \"kind\" stands twice",
                "colour: red | 6: /content/colour: There is no such field. There are: accessibility, ",
                "sortOrder: many | 6: /content/sortOrder: Read: \"many\". Wanted: a whole number up to 2147483647",
                "sortOrder: 010 | 6: : a value that needs quotes or is not allowed here: 010",
                "sortOrder: 1_000 | 6: : a value that needs quotes or is not allowed here: 1_000",
                "confidentialLocation: yes | 6: : a value that needs quotes or is not allowed here: yes",
                "established: 2012-02-30 | 6: /content/established: 2012-02-30 is not in the calendar.",
                "parent: 01a20a8f-f164-784f-8978-000000000000 | 6: /content/parent: There is no published entry"
                        + " 01a20a8f-f164-784f-8978-000000000000 of that family.",
                "parent: {a: b} | 6: /content/parent: Read: {…}. Wanted: an id such as ",
                "legalBasis: [{url: x}] | 6: /content/legalBasis/0/title: This is missing.",
                "address: {city: {sr-Cyrl: Град}, postalCode: 11000} | 6: /content/address/postalCode: Read: 11000. Wanted: a text (in quotation marks).",
                "description: {sr-Cyrl: <b>} | 6: /content/description/sr-Cyrl: Raw HTML is not allowed in prose: <b>",
                "shortName: &a [x, x] | 6: /content/shortName: Read: […]. Wanted: an object with the text in each language",
                "shortName: !!java.lang.Runtime x | 6: : Global tag is not allowed: tag:yaml.org,2002:java.lang.Runtime",
                "? [a, b] | 6: : a key that is not a text",
                "shortName: {sr-Cyrl: \"a | "
            })
    void oneBadLineIsNamed(String line, String error) {
        folder.write(file, PackFolder.unit(id, slug, "  " + line + "\n"));
        assertThat(errors().get(0)).startsWith(file + ":" + (error == null ? "" : error));
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        folder.write(file, "id: " + id + "\nslug: " + slug + "\ncontent:\n  name: {en: Office}\n");
        String other = ScratchEntries.slug("y-lose");
        folder.write(PackFolder.file(other), PackFolder.unit(Publishing.newId(), other, "  sortOrder: many\n"));
        assertThat(errors()).hasSize(1);

        folder.delete(PackFolder.file(other));
        assertThat(errors())
                .containsExactly(
                        file + ":3: /content/kind: This is missing.",
                        file + ":4: /content/name: The text in sr-Cyrl is missing; it is required.");
    }

    @Test
    void theFieldsAroundTheContentAreNeeded() {
        folder.write(file, "slug: " + slug + "\nid:\n");
        assertThat(errors())
                .containsExactly(file + ":2: /id: This is missing.", file + ":1: /content: This is missing.");
        folder.write(file, "id: " + id + "\ncontent: {}\n");
        assertThat(error()).isEqualTo(file + ":1: /slug: This is missing.");
        folder.write(file, PackFolder.unit(id, slug) + "more: x\n");
        assertThat(error()).isEqualTo(file + ":6: /more: There is no such field. There are: content, id, note, slug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content:\n", "content: []\n", "content: text\n"})
    void aContentIsAnObject(String content) {
        folder.write(file, "id: " + id + "\nslug: " + slug + "\n" + content);
        assertThat(error()).startsWith(file + ":3: /content: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# Само коментар.\n", "---\n", "текст\n", "- a\n", "null\n", "{", "\t"})
    void aFileThatIsNoEntryIsRefused(String text) {
        folder.write(file, text);
        assertThat(error()).matches("(?s)" + file + ":[12]: .*");
        folder.delete(file);
        folder.write("pack.yaml", text);
        assertThat(error()).matches("(?s)pack.yaml:[12]: .*");
    }

    @Test
    void aSecondDocumentIsRefused() {
        folder.write(file, PackFolder.unit(id, slug) + "---\nid: " + Publishing.newId() + "\n");
        assertThat(error()).matches("\\Q" + file + "\\E:[67]: : a second document; one file is one entry");
    }

    @Test
    void aliasesThatWouldGrowAreRefused() {
        StringBuilder bomb = new StringBuilder("  a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("  a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        folder.write(file, PackFolder.unit(id, slug, bomb.toString()));
        assertThat(error()).startsWith(file + ":").contains("aliases").contains("20000");
    }

    @Test
    void anAliasOfItselfIsRefused() {
        folder.write(file, PackFolder.unit(id, slug, "  shortName: &a {sr-Cyrl: *a}\n"));
        assertThat(error()).startsWith(file + ":").contains("aliases");
    }

    @Test
    void deepNestingIsRefused() {
        folder.write(file, PackFolder.unit(id, slug, "  shortName: " + "[".repeat(10_000) + "\n"));
        assertThat(error()).startsWith(file + ":").contains("epth");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        folder.write(file, PackFolder.unit(id, slug).getBytes(StandardCharsets.UTF_16));
        assertThat(error()).isEqualTo(file + ":1: : not UTF-8");
        folder.write(file, new byte[] {'a', ':', ' ', (byte) 0xC0, (byte) 0x80});
        assertThat(error()).isEqualTo(file + ":1: : not UTF-8");
    }

    @Test
    void aNulIsRefused() {
        folder.write(file, PackFolder.unit(id, slug, "  sortOrder: \0\n"));
        assertThat(error()).startsWith(file + ":").contains("special characters are not allowed");
    }

    @Test
    void whatIsLargerThanTwoMebibytesIsRefused() {
        folder.write(file, PackFolder.unit(id, slug, "#".repeat(2 * 1024 * 1024)));
        assertThat(error()).isEqualTo(file + ":1: : larger than 2097152 bytes");
    }

    @Test
    void anIdBelongsToOneFile() {
        folder.write(file, PackFolder.unit(valid.id(), slug));
        assertThat(error()).startsWith(file + ":1: /id: The same id stands in organisational-units/a-dobro-");
    }

    @Test
    void aFileIsNamedAfterItsSlugAndLiesInTheFolderOfItsFamily() {
        folder.write(file, PackFolder.unit(id, "drugo"));
        assertThat(error()).isEqualTo(file + ":2: /slug: The file must be named after the slug.");
        folder.delete(file);
        for (String elsewhere : List.of("recipes/" + slug + ".yaml", slug + ".yaml")) {
            folder.write(elsewhere, PackFolder.unit(id, slug));
            assertThat(error())
                    .isEqualTo(elsewhere + ":1: : not in a folder of a family (contact-channels, help-guides,"
                            + " history-events, organisational-units)");
            folder.delete(elsewhere);
        }
    }

    @Test
    void aSlugOfAnotherEntryIsRefused() {
        String taken = ScratchEntries.slug("zauzeto");
        scratch.publish(ScratchEntries.UNITS, taken, ScratchEntries.unit());
        position = scratch.position();
        folder.write(PackFolder.file(taken), PackFolder.unit(id, taken));
        assertThat(error()).startsWith(PackFolder.file(taken) + ":2: /slug: The slug " + taken + " belongs");
    }

    @Test
    void aPackBeginsWithItsManifest() {
        folder.delete("pack.yaml");
        assertThat(error()).isEqualTo("pack.yaml:1: : there is no such file; a pack begins with it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 3 | pack.yaml:1: /format: The format of this pack is not known; this service reads 1, 2.",
                "licence: none | pack.yaml:1: /format: The format of this pack is not known; this service reads 1, 2.",
                "format: one | pack.yaml:1: /format: Read: \"one\". Wanted: a whole number up to 2147483647 (without quotation marks).",
                "author: me | pack.yaml:1: /author: There is no such field. There are: format, licence, title"
            })
    void aManifestOfAnotherKindIsRefused(String manifest, String error) {
        folder.write("pack.yaml", manifest + "\n");
        assertThat(error()).isEqualTo(error);
    }

    @Test
    void whatIsNoFolderIsRefused() {
        assertThat(catchThrowableOfType(PackRejectedException.class, () -> loader.load(temporary.resolve("nema")))
                        .errors())
                .first()
                .asString()
                .endsWith("is not a folder");
    }
}

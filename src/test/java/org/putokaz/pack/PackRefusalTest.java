package org.putokaz.pack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad pack is refused whole, and each complaint says in which file, on which line, in which field, and why. */
@DatabaseTest
class PackRefusalTest {

    @Inject
    PackLoader loader;

    @Inject
    ScratchEntries scratch;

    @TempDir
    Path temporary;

    private PackFolder folder;
    private UUID good;
    private UUID id;
    private String slug;
    private String file;
    private long position;

    @BeforeEach
    void writeAGoodFileBesideTheBadOne() {
        folder = new PackFolder(temporary);
        good = Publishing.newId();
        id = Publishing.newId();
        slug = ScratchEntries.slug("z-lose");
        file = PackFolder.file(slug);
        String goodSlug = ScratchEntries.slug("a-dobro");
        folder.write(PackFolder.file(goodSlug), PackFolder.unit(good, goodSlug));
        scratch.withdrawLater(good);
        scratch.withdrawLater(id);
        position = scratch.position();
    }

    @AfterEach
    void theStoreIsAsItWas() {
        assertThat(scratch.position()).isEqualTo(position);
        assertThat(given().get("/api/v1/organisational-units/{id}", good).statusCode())
                .isEqualTo(404);
        scratch.withdrawAll();
    }

    private List<String> complaints() {
        return catchThrowableOfType(PackRejectedException.class, () -> loader.load(folder.path()))
                .errors();
    }

    private String complaint() {
        assertThat(complaints()).hasSize(1);
        return complaints().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: shelter | 6: : the key \"kind\" stands twice",
                "colour: red | 6: /content/colour: There is no such field. There are: accessibility, ",
                "sortOrder: many | 6: /content/sortOrder: The value is of the wrong type.",
                "sortOrder: 010 | 6: : a value that needs quotes or is not allowed here: 010",
                "sortOrder: 1_000 | 6: : a value that needs quotes or is not allowed here: 1_000",
                "confidentialLocation: yes | 6: : a value that needs quotes or is not allowed here: yes",
                "established: 2012-02-30 | 6: /content/established: 2012-02-30 is not in the calendar.",
                "parent: 01a20a8f-f164-784f-8978-000000000000 | 6: /content/parent: There is no published entry"
                        + " 01a20a8f-f164-784f-8978-000000000000 of that family.",
                "parent: {a: b} | 6: /content/parent: The value is of the wrong type.",
                "legalBasis: [{url: x}] | 6: /content/legalBasis/0/title: This is missing.",
                "address: {city: {sr-Cyrl: Град}, postalCode: 11000} | 6: /content/address/postalCode: The value is of the wrong type.",
                "description: {sr-Cyrl: <b>} | 6: /content/description/sr-Cyrl: Raw HTML is not allowed in prose: <b>",
                "shortName: &a [x, x] | 6: /content/shortName: The value is of the wrong type.",
                "shortName: !!java.lang.Runtime x | 6: : Global tag is not allowed: tag:yaml.org,2002:java.lang.Runtime",
                "? [a, b] | 6: : a key that is not a text",
                "shortName: {sr-Cyrl: \"a | "
            })
    void oneBadLineIsNamed(String line, String complaint) {
        folder.write(file, PackFolder.unit(id, slug, "  " + line + "\n"));
        assertThat(complaints().get(0)).startsWith(file + ":" + (complaint == null ? "" : complaint));
    }

    @Test
    void everyComplaintIsMadeAtOnce() {
        folder.write(file, "id: " + id + "\nslug: " + slug + "\ncontent:\n  name: {en: Office}\n");
        String other = ScratchEntries.slug("y-lose");
        folder.write(PackFolder.file(other), PackFolder.unit(Publishing.newId(), other, "  sortOrder: many\n"));
        assertThat(complaints()).hasSize(1);

        folder.delete(PackFolder.file(other));
        assertThat(complaints())
                .containsExactly(
                        file + ":3: /content/kind: This is missing.",
                        file + ":4: /content/name: The text in sr-Cyrl is missing; it is required.");
    }

    @Test
    void theFieldsAroundTheContentAreNeeded() {
        folder.write(file, "slug: " + slug + "\nid:\n");
        assertThat(complaints())
                .containsExactly(file + ":2: /id: This is missing.", file + ":1: /content: This is missing.");
        folder.write(file, "id: " + id + "\ncontent: {}\n");
        assertThat(complaint()).isEqualTo(file + ":1: /slug: This is missing.");
        folder.write(file, PackFolder.unit(id, slug) + "more: x\n");
        assertThat(complaint())
                .isEqualTo(file + ":6: /more: There is no such field. There are: content, id, note, slug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content:\n", "content: []\n", "content: text\n"})
    void aContentIsAnObject(String content) {
        folder.write(file, "id: " + id + "\nslug: " + slug + "\n" + content);
        assertThat(complaint()).startsWith(file + ":3: /content: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# Само коментар.\n", "---\n", "текст\n", "- a\n", "null\n", "{", "\t"})
    void aFileThatIsNoEntryIsRefused(String text) {
        folder.write(file, text);
        assertThat(complaint()).matches("(?s)" + file + ":[12]: .*");
        folder.delete(file);
        folder.write("pack.yaml", text);
        assertThat(complaint()).matches("(?s)pack.yaml:[12]: .*");
    }

    @Test
    void aSecondDocumentIsRefused() {
        folder.write(file, PackFolder.unit(id, slug) + "---\nid: " + Publishing.newId() + "\n");
        assertThat(complaint()).matches("\\Q" + file + "\\E:[67]: : a second document; one file is one entry");
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
        assertThat(complaint()).startsWith(file + ":").contains("aliases");
    }

    @Test
    void deepNestingIsRefused() {
        folder.write(file, PackFolder.unit(id, slug, "  shortName: " + "[".repeat(10_000) + "\n"));
        assertThat(complaint()).startsWith(file + ":").contains("epth");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        folder.write(file, PackFolder.unit(id, slug).getBytes(StandardCharsets.UTF_16));
        assertThat(complaint()).isEqualTo(file + ":1: : not UTF-8");
        folder.write(file, new byte[] {'a', ':', ' ', (byte) 0xC0, (byte) 0x80});
        assertThat(complaint()).isEqualTo(file + ":1: : not UTF-8");
    }

    @Test
    void aNulIsRefused() {
        folder.write(file, PackFolder.unit(id, slug, "  sortOrder: \0\n"));
        assertThat(complaint()).startsWith(file + ":").contains("special characters are not allowed");
    }

    @Test
    void whatIsLargerThanTwoMebibytesIsRefused() {
        folder.write(file, PackFolder.unit(id, slug, "#".repeat(2 * 1024 * 1024)));
        assertThat(complaint()).isEqualTo(file + ":1: : larger than 2097152 bytes");
    }

    @Test
    void anIdBelongsToOneFile() {
        folder.write(file, PackFolder.unit(good, slug));
        assertThat(complaint()).startsWith(file + ":1: /id: The same id stands in organisational-units/a-dobro-");
    }

    @Test
    void aFileIsNamedAfterItsSlugAndLiesInTheFolderOfItsFamily() {
        folder.write(file, PackFolder.unit(id, "drugo"));
        assertThat(complaint()).isEqualTo(file + ":2: /slug: The file must be named after the slug.");
        folder.delete(file);
        for (String elsewhere : List.of("recipes/" + slug + ".yaml", slug + ".yaml")) {
            folder.write(elsewhere, PackFolder.unit(id, slug));
            assertThat(complaint())
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
        assertThat(complaint()).startsWith(PackFolder.file(taken) + ":2: /slug: The slug " + taken + " belongs");
    }

    @Test
    void aPackBeginsWithItsManifest() {
        folder.delete("pack.yaml");
        assertThat(complaint()).isEqualTo("pack.yaml:1: : there is no such file; a pack begins with it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 3 | pack.yaml:1: /format: The format of this pack is not known; this service reads 1, 2.",
                "licence: none | pack.yaml:1: /format: The format of this pack is not known; this service reads 1, 2.",
                "format: one | pack.yaml:1: /format: The value is of the wrong type.",
                "author: me | pack.yaml:1: /author: There is no such field. There are: format, licence, title"
            })
    void aManifestOfAnotherKindIsRefused(String manifest, String complaint) {
        folder.write("pack.yaml", manifest + "\n");
        assertThat(complaint()).isEqualTo(complaint);
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

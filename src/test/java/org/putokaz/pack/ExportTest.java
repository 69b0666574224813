package org.putokaz.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.putokaz.fixture.Requests.given;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.transfer.EmptiedStore;
import org.putokaz.live.transfer.StoreImporter;
import org.putokaz.live.write.LiveStore;
import org.putokaz.live.write.StoreChange;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.pack.read.ImportReader;
import org.putokaz.pack.read.ImportResult;
import org.putokaz.pack.read.ZipLimits;
import org.putokaz.pack.write.PackWriter;

/** An export restores the same public responses on an empty server, whose own export has the same bytes. */
@DatabaseTest
class ExportTest {

    private static final Set<String> FAMILIES =
            Set.of(ScratchEntries.UNITS, ScratchEntries.EVENTS, ScratchEntries.CHANNELS, ScratchEntries.GUIDES);

    private static final String PART = "parts: [{id: " + Publishing.newId() + ", slug: deo}]\n";

    @Inject
    PackWriter writer;

    @Inject
    PackLoader loader;

    @Inject
    ContentFamilyRegistry families;

    @Inject
    StoreImporter importer;

    @Inject
    LiveStore store;

    @Inject
    ScratchEntries scratch;

    @Inject
    EmptiedStore emptiedStore;

    @TempDir
    Path temporary;

    private boolean storeIsReplaced;

    @AfterEach
    void restoreTheSharedStore() {
        if (storeIsReplaced) {
            emptiedStore.restore();
        }
        scratch.withdrawAll();
    }

    private void emptyStore() {
        emptiedStore.empty();
        storeIsReplaced = true;
    }

    private byte[] export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeZip(out);
        return out.toByteArray();
    }

    private Map<String, String> exported() {
        Map<String, String> files = new TreeMap<>();
        writer.writeFiles(files::put);
        return files;
    }

    private static LocalisedText note(String text) {
        return LocalisedText.of(Language.SR_CYRL, text);
    }

    private void withdraw(UUID id, WithdrawalReason reason, UUID replacedBy, String note) {
        scratch.apply(new StoreChange.Withdraw(id, reason, replacedBy, Importance.MINOR, note(note)));
    }

    /** Publishes what an export could lose: former slugs, removed steps, tombstones of every kind, authored Latin. */
    private void publishHistory() {
        UUID guide = Publishing.newId();
        UUID stays = Publishing.newId();
        UUID gone = Publishing.newId();
        scratch.publish(
                ScratchEntries.GUIDES,
                guide,
                ScratchEntries.slug("stari-vodic"),
                ScratchEntries.guide(
                        ScratchEntries.step(stays, "stari-korak") + ", " + ScratchEntries.step(gone, "odlazi")));
        scratch.publish(
                ScratchEntries.GUIDES,
                guide,
                ScratchEntries.slug("novi-vodic"),
                ScratchEntries.guide(
                        ScratchEntries.step(stays, "novi-korak", "'kind': 'warning'"), ScratchEntries.ATTACHMENTS));
        UUID replacement = scratch.publish(
                ScratchEntries.UNITS,
                ScratchEntries.slug("zamena"),
                ScratchEntries.unit(
                        "'name': {'sr-Cyrl': 'Љиљан', 'sr-Latn': 'Ljiljan (po želji)', 'en': 'Lily: \\'a\\' - #1'}"
                                .replace("\\'", ""),
                        "'formerNames': [{'name': {'sr-Cyrl': 'Завод'}, 'from': '1990', 'until': '[..2004-02]'}]",
                        "'identifiers': [{'scheme': 'rs-mb', 'value': '07012345'}]",
                        "'areaServed': [{'scheme': 'rs-municipality', 'code': '70181'}, {'name': {'sr-Cyrl': 'Долина'}}]",
                        ScratchEntries.ATTACHMENTS));
        publishServices();
        UUID replaced = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("zamenjena"), ScratchEntries.unit());
        scratch.publish(
                ScratchEntries.EVENTS,
                ScratchEntries.slug("dogadjaj"),
                ScratchEntries.event("'units': ['" + replaced + "']", ScratchEntries.ATTACHMENTS));
        withdraw(replaced, WithdrawalReason.REPLACED, replacement, "Спојено");
        UUID goneGuide = Publishing.newId();
        scratch.publish(
                ScratchEntries.GUIDES,
                goneGuide,
                ScratchEntries.slug("povucen-vodic"),
                ScratchEntries.guide(ScratchEntries.step(Publishing.newId(), "korak")));
        withdraw(goneGuide, WithdrawalReason.ERROR, null, "Грешка");
        withdrawWithItsSlug();
        scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("kanal"),
                ScratchEntries.channel(
                        replacement,
                        "phone",
                        "011 123 4567",
                        "'hours': {'timezone': 'Europe/Belgrade', 'weekly': [{'days': ['monday'], 'opens': '08:00', 'closes': '16:00'}],"
                                + " 'publicHolidays': 'closed', 'exceptions': [{'from': '2030-01-02', 'to': '2030-01-03',"
                                + " 'label': {'sr-Cyrl': 'Попис'}}], 'label': {'sr-Cyrl': 'Помоћ'}}, 'languages': ['sr', 'sq'],"
                                + " 'additionalHours': [{'label': {'sr-Cyrl': 'На албанском'}, 'note': {'sr-Cyrl': 'Уз тумача'},"
                                + " 'languages': ['sq'], 'timezone': 'Europe/Belgrade', 'holidayIntervals': [{'opens': '10:00',"
                                + " 'closes': '12:00'}]}, {'label': {'sr-Cyrl': 'Правна помоћ'}, 'byAppointment': true,"
                                + " 'timezone': 'Europe/Belgrade'}]"));
    }

    /** A unit with services that were renamed, removed, and left without a channel. */
    private void publishServices() {
        UUID unit = Publishing.newId();
        UUID stays = Publishing.newId();
        String gone = ScratchEntries.service(Publishing.newId(), "prestala");
        String slug = ScratchEntries.slug("sa-uslugama");
        scratch.publish(
                ScratchEntries.UNITS,
                unit,
                slug,
                ScratchEntries.unit(
                        "'services': [" + ScratchEntries.service(stays, "stara-usluga") + ", " + gone + "]"));
        UUID channel = scratch.publish(
                ScratchEntries.CHANNELS,
                ScratchEntries.slug("kanal-usluge"),
                ScratchEntries.channel(unit, "phone", "011 123 4567"));
        scratch.publish(
                ScratchEntries.UNITS,
                unit,
                slug,
                ScratchEntries.unit("'services': ["
                        + ScratchEntries.service(
                                stays, "nova-usluga", ScratchEntries.SERVICE_FIELDS, "'channels': ['" + channel + "']")
                        + "]"));
        withdraw(channel, WithdrawalReason.ERROR, null, "Грешка");
    }

    private void withdrawWithItsSlug() {
        UUID guide = scratch.publish(
                ScratchEntries.GUIDES,
                ScratchEntries.slug("tajno-mesto"),
                ScratchEntries.guide(ScratchEntries.step(Publishing.newId(), "tajni-korak")));
        scratch.apply(new StoreChange.Withdraw(guide, WithdrawalReason.SAFETY, null, Importance.MAJOR, null, true));
    }

    /** Confidential unit that is withdrawn, and a live unit below it. */
    private record Shelter(UUID id, UUID below) {}

    private Shelter withdrawAShelterForSafety() {
        UUID shelter = Publishing.newId();
        scratch.publish(
                ScratchEntries.UNITS,
                shelter,
                ScratchEntries.slug("tajna-stara-adresa"),
                ScratchEntries.unit("'confidentialLocation': true", "'shortName': {'sr-Cyrl': 'Тајнакраткоиме'}"));
        scratch.publish(
                ScratchEntries.UNITS,
                shelter,
                ScratchEntries.slug("kuca"),
                ScratchEntries.unit("'confidentialLocation': true", "'description': {'sr-Cyrl': 'Тајниопис'}"));
        UUID below = scratch.publish(
                ScratchEntries.UNITS, ScratchEntries.slug("ispod"), ScratchEntries.unit("'parent': '" + shelter + "'"));
        withdraw(shelter, WithdrawalReason.SAFETY, null, "Тајнабелешка");
        return new Shelter(shelter, below);
    }

    /** The paths of all public resources. */
    private List<String> paths(long after) {
        List<String> paths = new ArrayList<>(List.of("organisational-units/tree?asOf=2020-01-01"));
        FAMILIES.forEach(family -> {
            paths.add(family + "?limit=100&sort=publishedAt&count=true");
            emptiedStore.idsAndSlugs(family, after).forEach(name -> paths.add(family + "/" + name));
        });
        paths.addAll(emptiedStore.partPaths(after));
        return paths;
    }

    private static Map<String, String> answers(List<String> paths) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : paths) {
            for (String language : List.of("sr-Cyrl", "sr-Latn", "en")) {
                Response answer = given().redirects()
                        .follow(false)
                        .header("Accept-Language", language)
                        .get("/api/v1/" + path);
                answers.put(
                        path + " " + language,
                        answer.statusCode() + " " + answer.header("Location") + " " + answer.asString());
            }
        }
        return answers;
    }

    @Test
    void anEmptyServerGivesTheSameAnswersAfterwardsAndTheSameExport() throws IOException {
        long position = scratch.position();
        publishHistory();
        Shelter shelter = withdrawAShelterForSafety();
        List<String> paths = paths(position);
        Map<String, String> before = answers(paths);
        Map<String, String> files = exported();
        byte[] zip = export();
        assertThat(export()).isEqualTo(zip);
        assertThat(before.values().stream().filter(answer -> answer.startsWith("308")))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(before.values().stream().filter(answer -> answer.startsWith("410")))
                .hasSizeGreaterThanOrEqualTo(15);

        emptyStore();
        Path sent = Files.write(temporary.resolve("izvoz.zip"), zip);
        PackPublisher.LoadReport report = loader.load(sent);

        assertThat(report.position()).isEqualTo(files.size() - 1L);
        Map<String, String> after = answers(paths);
        // The former slugs of an entry that was withdrawn for safety are not exported.
        before.replaceAll((path, answer) -> path.contains("/tajna-stara-adresa") ? after.get(path) : answer);
        assertThat(after).containsExactlyEntriesOf(before);
        assertThat(exported()).isEqualTo(files);
        assertThat(export()).isEqualTo(zip);

        // A location stays confidential by a unit that was already withdrawn when it was exported.
        assertThat(scratch.violationsOf(scratch.change(
                                ScratchEntries.UNITS,
                                shelter.below(),
                                ScratchEntries.slug("ispod"),
                                ScratchEntries.unit(
                                        "'parent': '" + shelter.id() + "'", "'address': {'city': {'sr-Cyrl': 'Ниш'}}")))
                        .get(shelter.below()))
                .contains(" confidential-place-shown");
    }

    @Test
    void theZipIsReadAgainWithoutError() {
        publishHistory();
        ImportResult read = new ImportReader(families).readZip(new ByteArrayInputStream(export()), ZipLimits.DEFAULT);
        assertThat(read.errors()).isEmpty();
        assertThat(read.entries()).hasSize(exported().size() - 1);
    }

    @Test
    void ofWhatWasWithdrawnForSafetyOnlyTheWithdrawalIsExported() {
        withdrawAShelterForSafety();
        assertThat(String.join("\n", exported().values()))
                .doesNotContainIgnoringCase("tajna-stara-adresa")
                .doesNotContain("Тајн");
    }

    @Test
    void latinIsWrittenOnlyWhereSomebodyWroteItOtherwise() {
        publishHistory();
        String all = String.join("\n", exported().values());
        assertThat(all).contains("sr-Latn: \"Ljiljan (po želji)\"");
        assertThat(all.lines().filter(line -> line.contains("sr-Latn"))).hasSize(1);
    }

    @Test
    void aStoreThatIsNotEmptyKeepsItsOwnHistory() {
        UUID here = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("ovde"), ScratchEntries.unit());
        UUID fresh = Publishing.newId();
        String slug = ScratchEntries.slug("tamo");
        scratch.withdrawLater(fresh);
        String gone = ScratchEntries.slug("nestala");
        PackFolder folder = new PackFolder(temporary);
        folder.write("pack.yaml", "format: 2\n");
        folder.write(
                PackFolder.file(slug),
                PackFolder.unit(fresh, slug)
                        + "published: {first: 2001-01-01T00:00:00Z, last: 2001-01-01T00:00:00Z, order: 1}\n");
        folder.write(PackFolder.file(gone), "id: " + here + "\nslug: " + gone + "\nwithdrawn: {reason: error}\n");

        assertThat(loader.load(folder.path()))
                .extracting(PackPublisher.LoadReport::published, PackPublisher.LoadReport::withdrawn)
                .containsExactly(1L, 1L);

        Response answer = given().get("/api/v1/organisational-units/{id}", fresh);
        assertThat(Instant.parse(answer.jsonPath().getString("publishedAt")))
                .isAfter(Instant.now().minusSeconds(600));
        assertThat(given().get("/api/v1/organisational-units/{id}", here).statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> importer.importAll(List.of())).isInstanceOf(IllegalStateException.class);
    }

    private List<String> rejected(String... files) {
        PackFolder folder = new PackFolder(temporary);
        folder.write("pack.yaml", "format: 2\n");
        for (int i = 0; i < files.length; i++) {
            folder.write(PackFolder.file("j" + i), PackFolder.unit(Publishing.newId(), "j" + i) + files[i]);
        }
        return errorsOf(folder);
    }

    private List<String> errorsOf(PackFolder folder) {
        emptyStore();
        try {
            loader.load(folder.path());
            return List.of();
        } catch (PackRejectedException rejected) {
            assertThat(scratch.position()).isZero();
            return rejected.errors();
        } finally {
            emptiedStore.restore();
            storeIsReplaced = false;
        }
    }

    private static String published(String first, String last, int order) {
        return "published: {first: " + first + "T00:00:00Z, last: " + last + "T00:00:00Z, order: " + order + "}\n";
    }

    @Test
    void anImpossibleHistoryIsRejected() {
        assertThat(rejected(published("2020-01-01", "2999-01-01", 1)).get(0))
                .isEqualTo("organisational-units/j0.yaml:6: /published/last: 2999-01-01T00:00:00Z is still to come.");
        assertThat(rejected(published("2021-01-01", "2020-01-01", 1)).get(0))
                .startsWith("organisational-units/j0.yaml:6: /published/first: ");
        assertThat(rejected(published("2020-01-01", "2021-01-01", 1), published("2020-01-01", "2020-01-01", 2))
                        .get(0))
                .startsWith("organisational-units/j1.yaml:6: /published/order: ");
        assertThat(rejected(published("2020-01-01", "2020-01-01", 1) + "formerSlugs: [x, X]\n")
                        .get(0))
                .startsWith("organisational-units/j0.yaml:7: /formerSlugs/1: ");
        assertThat(rejected(
                                published("2020-01-01", "2020-01-01", 1),
                                published("2020-01-01", "2020-01-01", 2) + "formerSlugs: [j0]\n")
                        .get(0))
                .startsWith("organisational-units/j1.yaml:7: /formerSlugs/0: The slug j0 belongs");
        PackFolder folder = new PackFolder(temporary);
        folder.write("pack.yaml", "format: 2\n");
        List.of("j0", "j1").forEach(unit -> folder.delete(PackFolder.file(unit)));
        folder.write(
                "history-events/d.yaml",
                "id: " + Publishing.newId() + "\nslug: d\ncontent:\n  title: {sr-Cyrl: Дан}\n  category: milestone\n"
                        + "  date: '2020'\n" + published("2020-01-01", "2020-01-01", 1) + PART);
        assertThat(errorsOf(folder).get(0)).startsWith("history-events/d.yaml:8: /parts: Entries of this family");
    }

    @Test
    void aPartThatTheContentLacksIsGone() {
        PackFolder folder = new PackFolder(temporary);
        folder.write("pack.yaml", "format: 2\n");
        folder.write(
                PackFolder.file("sa-delom"),
                PackFolder.unit(Publishing.newId(), "sa-delom") + published("2020-01-01", "2020-01-01", 1) + PART);
        emptyStore();
        loader.load(folder.path());

        assertThat(given().get("/api/v1/organisational-units/sa-delom/services/deo")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void aReferenceToAnUnknownEntryIsRejected() {
        assertThat(rejected("  parent: " + Publishing.newId() + "\n" + published("2020-01-01", "2020-01-01", 1))
                        .get(0))
                .startsWith("organisational-units/j0.yaml:6: /content/parent: There is no published entry");
    }
}

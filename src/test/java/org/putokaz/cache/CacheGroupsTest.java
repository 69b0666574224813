package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.http.RawHttp;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.EntryChange;

/** Cache groups of responses: whatever a change alters is in a group of the changed entry. */
@DatabaseTest
@TestProfile(Apart.class)
class CacheGroupsTest {

    private static final long SEED = Long.getLong("putokaz.seed", 20261130);
    private static final int PUBLICATIONS = Boolean.getBoolean("putokaz.test.thorough") ? 200 : 40;
    private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");
    private static final String ALL_FAMILIES =
            "\"contact-channels\", \"help-guides\", \"history-events\", \"organisational-units\"";
    /** Caches need not support longer ones, nor more of them (RFC 9875, section 2). */
    private static final int MAX_SUPPORTED = 32;

    private static final List<String> TARGETS = List.of(
            "/api/v1?lang=en",
            "/api/v1/bundle?lang=en",
            "/api/v1/organisational-units/tree?lang=en",
            "/api/v1/organisational-units?lang=en&limit=100",
            "/api/v1/organisational-units/" + Center.CENTER + "?lang=en&include=successors",
            "/api/v1/history-events?lang=en&limit=100",
            "/api/v1/history-events?lang=en&limit=100&include=units",
            "/api/v1/contact-channels?lang=en&limit=100",
            "/api/v1/contact-channels?lang=en&limit=100&inclu%64e=unit",
            "/api/v1/contact-channels/" + Center.PHONE + "?lang=en",
            "/api/v1/help-guides?lang=en&limit=100",
            "/api/v1/help-guides?lang=en&limit=100&include=contactChannels");

    @Inject
    ScratchEntries scratch;

    @Inject
    ChangeFeed feed;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1 | %1$s
            /api/v1/bundle | %1$s
            /api/v1/contact-channels | "contact-channels"
            /api/v1/contact-channels?limit=100&position=1 | "contact-channels"
            /api/v1/contact-channels?include=unit | %1$s
            /api/v1/contact-channels/open-now | "contact-channels"
            /api/v1/contact-channels/kontakt-telefon-centra | "01a20a901c5c74a99b9ad0da3d649a85", "contact-channels"
            /api/v1/help-guides/potrebna-ti-je-pomoc | "01a20a90242c71c5963b468984735457"
            /api/v1/help-guides/potrebna-ti-je-pomoc/steps | "01a20a90242c71c5963b468984735457"
            /api/v1/help-guides/potrebna-ti-je-pomoc?include=contactChannels | "01a20a90242c71c5963b468984735457", %1$s
            """)
    void theGroupsAreTheEntryAndTheFamiliesOfOthers(String target, String groups) {
        RawHttp.Response made = RawHttp.get(target);
        RawHttp.Response again = RawHttp.get(target, "If-None-Match: " + made.header("ETag"));
        String expected = groups.replace("%1$s", ALL_FAMILIES);
        assertThat(made.header("Cache-Groups")).isEqualTo(expected);
        if (!target.endsWith("/open-now")) {
            assertThat(again.status()).isEqualTo(304);
        }
        assertThat(again.header("Cache-Groups")).isEqualTo(expected);
        assertThat(groups(made)).hasSizeLessThan(MAX_SUPPORTED).allMatch(group -> group.length() <= MAX_SUPPORTED);
    }

    @Test
    void whatDependsOnNoEntryHasNoGroups() {
        assertThat(RawHttp.get("/api/v1/problems?lang=en").header("Cache-Groups"))
                .isNull();
        assertThat(RawHttp.get("/api/v1/changes?limit=1").header("Cache-Groups"))
                .isNull();
        assertThat(RawHttp.get("/api/v1/help-guides/nema-toga").header("Cache-Groups"))
                .isNull();
    }

    @Test
    void aChangeAltersOnlyResponsesInItsGroups() {
        RandomPublications changes = new RandomPublications(scratch, SEED);
        int altered = 0;
        int untouched = 0;
        for (int turn = 0; turn < PUBLICATIONS; turn++) {
            Map<String, RawHttp.Response> before = responses(changes.addresses());
            long position = scratch.position();
            changes.next();
            Set<String> concerned = groupsOfChangesAfter(position);
            for (Map.Entry<String, RawHttp.Response> entry : before.entrySet()) {
                boolean inGroup = groups(entry.getValue()).stream().anyMatch(concerned::contains);
                RawHttp.Response after = RawHttp.get(entry.getKey());
                if (!sameContent(entry.getValue(), after)) {
                    assertThat(inGroup)
                            .as("%s, seed %d, turn %d", entry.getKey(), SEED, turn)
                            .isTrue();
                    altered++;
                }
                untouched += inGroup ? 0 : 1;
            }
        }
        assertThat(altered).isGreaterThan(PUBLICATIONS * 4);
        assertThat(untouched).isGreaterThan(PUBLICATIONS * 4);
    }

    private static Map<String, RawHttp.Response> responses(List<String> addresses) {
        List<String> targets = new ArrayList<>(TARGETS);
        targets.addAll(addresses.subList(Math.max(0, addresses.size() - 10), addresses.size()));
        Map<String, RawHttp.Response> responses = new LinkedHashMap<>();
        for (String target : targets) {
            RawHttp.Response response = RawHttp.get(target);
            // Errors and redirects have no groups; they expire within a minute.
            if (response.status() == 200) {
                responses.put(target, response);
            }
        }
        return responses;
    }

    /** The entry point and the bundle name the position of the feed, which every change alters. */
    private static boolean sameContent(RawHttp.Response before, RawHttp.Response after) {
        return before.status() == after.status() && before.text().equals(after.text());
    }

    private Set<String> groupsOfChangesAfter(long position) {
        Set<String> groups = new TreeSet<>();
        for (EntryChange change : QuarkusTransaction.requiringNew().call(() -> feed.changesAfter(position, 100))) {
            groups.add(change.id().toString().replace("-", ""));
            groups.add(change.family());
        }
        return groups;
    }

    private static Set<String> groups(RawHttp.Response response) {
        return STRING.matcher(response.header("Cache-Groups"))
                .results()
                .map((MatchResult string) -> string.group(1))
                .collect(Collectors.toSet());
    }
}

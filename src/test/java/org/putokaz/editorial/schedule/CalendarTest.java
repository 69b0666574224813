package org.putokaz.editorial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** The calendar shows the schedules of entries and publishing sets in the order of their time. */
@DatabaseTest
@TestProfile(Apart.class)
class CalendarTest {

    private static final String CALENDAR = EntryClient.BASE + "schedules";

    /** Within the five years for which anything can be scheduled. */
    private static final int YEAR = Year.now(ZoneOffset.UTC).getValue() + 3;

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static Response calendar(String query) {
        Response page = EntryClient.editor().urlEncodingEnabled(false).get(CALENDAR + query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page;
    }

    private static PublishingSetClient scheduledSet(String name, String at, EntryClient member) {
        PublishingSetClient set = PublishingSetClient.fromResponse(
                PublishingSetClient.post(PublishingSetClient.body(name, PublishingSetClient.publish(member))));
        assertThat(set.approve().statusCode()).isEqualTo(200);
        Response scheduled = set.schedule("{'at': '" + at + "'}");
        assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(200);
        return set;
    }

    private static EntryClient submitted() {
        return EntryClient.createIn("submitted", FamilySample.CHANNEL);
    }

    private static void scheduleWithdrawal(EntryClient entry, String at) {
        Response scheduled = EntryClient.approver()
                .header("If-Match", entry.tag)
                .contentType("application/json")
                .body(EntryClient.json("{'action': 'withdraw', 'at': '" + at + "', 'reason': 'error'}"))
                .put(entry.path() + "/schedule");
        assertThat(scheduled.statusCode()).as(scheduled.asString()).isEqualTo(200);
        entry.tag = scheduled.header("ETag");
    }

    @Test
    void entriesAndSetsAreInTheOrderOfTheirTime() {
        String name = FamilySample.uniqueName();
        EntryClient published = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content(name));
        PublishingSetClient late = scheduledSet("Касни скуп", YEAR + "-03-02T09:00:00Z", submitted());
        // Half an hour before midnight in UTC is the next day in Belgrade.
        scheduleWithdrawal(published, YEAR + "-03-01T23:30:00Z");
        PublishingSetClient early = scheduledSet("Рани скуп", YEAR + "-03-01T08:00:00Z", submitted());

        Response all = calendar("?from=" + YEAR + "-03&to=" + YEAR);
        assertThat(all.<List<String>>path("data.set.id")).containsExactly(early.id, null, late.id);
        assertThat(all.<List<String>>path("data.set.name")).containsExactly("Рани скуп", null, "Касни скуп");
        assertThat(all.<List<Integer>>path("data.set.members")).containsExactly(1, null, 1);
        assertThat(all.<List<String>>path("data.entry.id")).containsExactly(null, published.id, null);
        assertThat(all.<String>path("data[1].entry.name")).isEqualTo(name);
        assertThat(all.<String>path("data[1].entry.family")).isEqualTo(FamilySample.UNIT.family);
        assertThat(all.<List<String>>path("data.action")).containsExactly(null, "withdraw", null);
        assertThat(all.<List<String>>path("data.day"))
                .containsExactly(YEAR + "-03-01", YEAR + "-03-02", YEAR + "-03-02");
        assertThat(all.<List<String>>path("data.state")).containsOnly("pending");
        assertThat(all.<String>path("data[0].scheduledBy")).isEqualTo("Proba approver");

        assertThat(calendar("?from=" + YEAR + "-03-02&to=" + YEAR + "-03-02").<List<String>>path("data.set.id"))
                .containsExactly(null, late.id);
        assertThat(calendar("?from=" + YEAR + "-03-03").<List<Object>>path("data"))
                .isEmpty();
        early.unschedule();
        assertThat(calendar("?from=" + YEAR + "-03&state=pending").<List<String>>path("data.set.id"))
                .containsExactly(null, late.id);
        assertThat(calendar("?from=" + YEAR + "-03&state=cancelled").<List<String>>path("data.set.id"))
                .containsExactly(early.id);
        late.unschedule();
    }

    @Test
    void pagesHoldEachScheduleOnceAlsoAtOneTime() {
        List<PublishingSetClient> sets = List.of(
                scheduledSet("Први", (YEAR + 1) + "-01-05T09:00:00Z", submitted()),
                scheduledSet("Други", (YEAR + 1) + "-01-05T09:00:00Z", submitted()),
                scheduledSet("Трећи", (YEAR + 1) + "-01-05T09:00:00.001Z", submitted()));
        Response first = calendar("?from=" + (YEAR + 1) + "-01-05&limit=1");
        Response second = calendar("?from=" + (YEAR + 1) + "-01-05&limit=1&cursor=" + first.path("page.next"));
        Response third = calendar("?from=" + (YEAR + 1) + "-01-05&limit=1&cursor=" + second.path("page.next"));

        assertThat(List.of(first, second, third).stream().map(page -> page.<String>path("data[0].set.id")))
                .containsExactlyElementsOf(sets.stream().map(set -> set.id).toList());
        assertThat(third.<Object>path("page.next")).isNull();
        sets.forEach(PublishingSetClient::unschedule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=x",
                "from=2026-02-30",
                "to=",
                "from=2026-05&to=2026-04",
                "state=done,failed",
                "limit=0",
                "cursor=x",
                "set=1"
            })
    void whatCannotBeAskedIsRefused(String query) {
        Response refused = EntryClient.editor().urlEncodingEnabled(false).get(CALENDAR + "?" + query);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void onlyEditorsSeeTheCalendar() {
        assertThat(Tokens.as(Role.PARTNER).get(CALENDAR).statusCode()).isEqualTo(403);
        assertThat(RestAssured.get(CALENDAR).statusCode()).isEqualTo(401);
        assertThat(EntryClient.editor().get("/editorial/v1").<String>path("links.schedules"))
                .isEqualTo(CALENDAR);
    }
}

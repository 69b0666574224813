package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** The list of the entries of all families, and its filters. */
@DatabaseTest
@TestProfile(Apart.class)
class EntryQueueTest {

    private static final String QUEUE = EntryClient.BASE + "entries";

    private final String word = FamilySample.uniqueWord();

    @AfterEach
    void withdrawPublished() {
        SettableClock.run();
        EntryClient.withdrawAllPublished();
    }

    private String named(String more) {
        return "Проба " + word + " " + more;
    }

    /** The entries of this test that the query finds. */
    private Response queue(String query) {
        Response page =
                EntryClient.editor().urlEncodingEnabled(false).get(QUEUE + "?text=" + FamilySample.slug(word) + query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page;
    }

    private List<String> ids(String query) {
        return queue(query).path("data.id");
    }

    @Test
    void theEntriesOfAllFamiliesArePagesOfOneList() {
        List<String> created = new ArrayList<>();
        List<String> families = new ArrayList<>();
        for (FamilySample sample : FamilySample.values()) {
            created.add(EntryClient.create(sample, sample.content(named("а"))).id);
            families.add(sample.family);
        }
        Collections.reverse(created);
        Collections.reverse(families);

        Response all = queue("&count=true");
        assertThat(all.<List<String>>path("data.id")).isEqualTo(created);
        assertThat(all.<List<String>>path("data.family")).isEqualTo(families);
        assertThat(all.<Integer>path("page.total")).isEqualTo(4);
        Response first = queue("&limit=3&count=true");
        assertThat(first.<List<String>>path("data.id")).isEqualTo(created.subList(0, 3));
        assertThat(first.<Integer>path("page.total")).isEqualTo(4);
        Response second = queue("&limit=3&cursor=" + first.path("page.next"));
        assertThat(second.<List<String>>path("data.id")).isEqualTo(created.subList(3, 4));
        assertThat(second.<Object>path("page.total")).isNull();
        assertThat(ids("&status=submitted")).isEmpty();
    }

    @Test
    void theyAreInTheOrderOfTheirLastChange() {
        List<EntryClient> created = new ArrayList<>();
        for (FamilySample sample : FamilySample.values()) {
            created.add(EntryClient.create(sample, sample.content(named("а"))));
        }
        EntryClient first = created.get(0);
        first.submit();
        List<String> newestFirst = new ArrayList<>(List.of(first.id));
        for (int i = created.size() - 1; i > 0; i--) {
            newestFirst.add(created.get(i).id);
        }
        List<String> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);

        assertThat(pages("-updatedAt")).isEqualTo(newestFirst);
        assertThat(pages("updatedAt")).isEqualTo(oldestFirst);
        assertThat(pages("-id")).isEqualTo(ids("")).endsWith(first.id);
    }

    /** The ids on all pages of one entry each. */
    private List<String> pages(String sort) {
        List<String> found = new ArrayList<>();
        String next = null;
        do {
            Response page = queue("&limit=1&sort=" + sort + (next == null ? "" : "&cursor=" + next));
            found.addAll(page.<List<String>>path("data.id"));
            next = page.path("page.next");
        } while (next != null);
        return found;
    }

    @Test
    void aCursorIsOfOneOrderAndAnUnknownOrderIsRefused() {
        EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(named("а")));
        EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(named("б")));
        String next = queue("&limit=1&sort=-updatedAt").path("page.next");
        for (String other : List.of("", "&sort=-id", "&sort=updatedAt")) {
            Response refused = EntryClient.editor()
                    .urlEncodingEnabled(false)
                    .get(QUEUE + "?text=" + FamilySample.slug(word) + "&limit=1&cursor=" + next + other);
            assertThat(refused.statusCode()).as(other).isEqualTo(400);
            assertThat(refused.<String>path("code")).isEqualTo("invalid-cursor");
        }
        String ofIds = queue("&limit=1").path("page.next");
        assertThat(ids("&limit=1&sort=-id&cursor=" + ofIds)).hasSize(1);

        for (String unknown : List.of("id", "name", "-updatedat")) {
            Response refused = EntryClient.editor().get(QUEUE + "?sort=" + unknown);
            assertThat(refused.statusCode()).as(unknown).isEqualTo(400);
            assertThat(refused.<String>path("violations[0].message")).contains("-id, -updatedAt, updatedAt");
        }
    }

    @Test
    void anAuthorIsFoundByIdAndByName() {
        String name = "Уредница " + word;
        String token = Tokens.of(Role.EDITOR, name);
        String other = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(named("а"))).id;
        String own = EntryClient.fromResponse(
                        FamilySample.EVENT,
                        EntryClient.post(
                                FamilySample.EVENT,
                                EntryClient.contentBody(FamilySample.EVENT.content(named("б"))),
                                Tokens.with(token)))
                .id;
        String id = Tokens.with(token).get("/editorial/v1/me").path("id");

        assertThat(ids("")).containsExactly(own, other);
        for (String author : List.of(name, id)) {
            assertThat(EntryClient.editor()
                            .queryParam("author", author)
                            .get(QUEUE)
                            .<List<String>>path("data.id"))
                    .as(author)
                    .containsExactly(own);
        }
    }

    @Test
    void whatIsScheduledAloneOrInASetIsFound() {
        EntryClient alone = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content(named("а")));
        EntryClient member = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(named("б")));
        EntryClient other = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(named("в")));
        assertThat(ids("&scheduled=true")).isEmpty();

        alone.scheduleWithdrawal("Белешка");
        member.submit();
        PublishingSetClient set = PublishingSetClient.create(PublishingSetClient.publish(member));
        assertThat(set.approve().statusCode()).isEqualTo(200);
        assertThat(set.schedule(Instant.now().plus(Duration.ofDays(300))).statusCode())
                .isEqualTo(200);
        assertThat(ids("&scheduled=true")).containsExactly(member.id, alone.id);
        assertThat(ids("&scheduled=false")).containsExactly(other.id);

        set.unschedule();
        assertThat(ids("&scheduled=true")).containsExactly(alone.id);
    }

    @Test
    void anOutdatedTranslationIsFoundUntilItIsTranslated() {
        EntryClient event = EntryClient.createPublished(FamilySample.EVENT, event("а", "Title"));
        assertThat(ids("&translation=outdated")).isEmpty();

        event.save(event("б", "Title"));
        assertThat(ids("&translation=outdated"))
                .as("readers have the text before")
                .isEmpty();
        event.publish();
        assertThat(ids("&translation=outdated")).containsExactly(event.id);
        event.save(event("б", "New title"));
        event.publish();
        assertThat(ids("&translation=outdated")).isEmpty();
    }

    private String event(String more, String english) {
        return "{'date': '2020', 'title': {'sr-Cyrl': '" + named(more) + "', 'en': '" + english
                + "'}, 'category': 'milestone', 'sortOrder': 900}";
    }

    @Test
    void anOverdueVerificationIsFound() {
        String verified = "', 'kind': 'phone', 'value': '011 123 4567', 'label': {'sr-Cyrl': '" + named("а")
                + "'}, 'purposes': ['general'], 'verifyEvery': 30, 'lastVerified': '";
        String start = "{'unit': '" + Center.CENTER;
        String old = EntryClient.create(FamilySample.CHANNEL, start + verified + "2020-01-01'}").id;
        String none = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content(named("б"))).id;

        assertThat(ids("&stale=true")).containsExactly(old);
        assertThat(ids("&stale=false")).containsExactly(none);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "author=",
                "scheduled=maybe",
                "stale=1",
                "translation=missing",
                "count=x",
                "status=live",
                "family=help-guides",
                "limit=0",
                "cursor=x",
                "author=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatCannotBeAskedIsRefused(String query) {
        Response refused = EntryClient.editor().urlEncodingEnabled(false).get(QUEUE + "?" + query);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void onlyEditorsSeeTheQueue() {
        assertThat(Tokens.as(Role.PARTNER).get(QUEUE).statusCode()).isEqualTo(403);
        assertThat(RestAssured.get(QUEUE).statusCode()).isEqualTo(401);
        assertThat(EntryClient.editor().get("/editorial/v1").<String>path("links.entries"))
                .isEqualTo(QUEUE);
    }

    @Test
    void aDraftNeedsAttentionAsLongAsTodaysStoreRefusesIt() {
        EntryClient unit = EntryClient.create(FamilySample.UNIT, FamilySample.UNIT.content(named("јединица")));
        EntryClient line = EntryClient.create(
                FamilySample.CHANNEL, FamilySample.CHANNEL.contentReferencing(named("линија"), unit.id));
        assertThat(ids("&attention=true")).containsExactly(line.id);

        unit.publish();
        assertThat(ids("&attention=true")).isEmpty();
        assertThat(queue("&attention=false").<List<Integer>>path("data.errors")).containsOnly(0);

        unit.withdraw("error");
        Response troubled = queue("&attention=true");
        assertThat(troubled.<List<String>>path("data.id")).containsExactly(line.id);
        assertThat(troubled.<List<Integer>>path("data.errors")).containsExactly(1);
    }

    @Test
    void aDraftNeedsAttentionWhenAUnitFarAboveIsDissolved() {
        EntryClient above =
                EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content(named("установа")));
        EntryClient unit = EntryClient.createPublished(
                FamilySample.UNIT, FamilySample.UNIT.contentReferencing(named("јединица"), above.id));
        EntryClient line = EntryClient.create(
                FamilySample.CHANNEL, FamilySample.CHANNEL.contentReferencing(named("линија"), unit.id));
        assertThat(ids("&attention=true")).isEmpty();

        above.patch(EntryClient.MERGE_PATCH, "{'dissolved': '2020-01-01'}");
        above.publish();

        assertThat(ids("&attention=true")).containsExactly(line.id);
    }

    @Test
    void aDraftNeedsAttentionFromTheDayOnWhichItIsRefused() {
        // After all times at which other tests publish: the time of the store never goes back.
        LocalDate closing = LocalDate.of(2041, 5, 2);
        EntryClient unit = EntryClient.createPublished(
                FamilySample.UNIT,
                "{'name': {'sr-Cyrl': '" + named("јединица") + "'}, 'kind': 'office', 'dissolved': '" + closing + "'}");
        EntryClient line = EntryClient.create(
                FamilySample.CHANNEL, FamilySample.CHANNEL.contentReferencing(named("линија"), unit.id));
        assertThat(ids("&attention=true")).isEmpty();

        SettableClock.set(closing.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));

        assertThat(ids("&attention=true")).containsExactly(line.id);
    }
}

package org.putokaz.editorial.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.http.RawHttp;

/**
 * An emergency number that two guides and a scheduled set name is withdrawn for safety while every public address is read in
 * every language: no response to a request that was sent after the withdrawal was acknowledged holds the number or the id.
 */
@DatabaseTest
@TestProfile(Apart.class)
class WithdrawalUnderReadsTest {

    private static final String NUMBER = "011 765 4321";
    private static final List<String> LANGUAGES = List.of("sr-Cyrl", "sr-Latn", "en");
    private static final int READERS = 4;

    private final ExecutorService executor = Executors.newFixedThreadPool(READERS);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean acknowledged = new AtomicBoolean();
    private final AtomicInteger readBefore = new AtomicInteger();
    private final AtomicInteger readAfter = new AtomicInteger();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    @AfterEach
    void clear() throws InterruptedException {
        ended.set(true);
        executor.shutdown();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        EntryClient.withdrawAllPublished();
    }

    private static String channelContent(String unit) {
        return "{'unit': '" + unit + "', 'kind': 'phone', 'value': '" + NUMBER
                + "', 'label': {'sr-Cyrl': 'Хитан број', 'en': 'Emergency number'}, 'emergency': true,"
                + " 'purposes': ['victim-support'], 'rank': 1}";
    }

    private static List<String> addresses(EntryClient channel, EntryClient unit, List<EntryClient> guides) {
        List<String> paths = new ArrayList<>();
        for (String language : LANGUAGES) {
            String lang = "lang=" + language;
            paths.add("/api/v1?" + lang);
            paths.add("/api/v1/contact-channels?limit=100&include=unit&" + lang);
            paths.add("/api/v1/contact-channels?purpose=victim-support&" + lang);
            paths.add("/api/v1/contact-channels/open-now?limit=100&" + lang);
            paths.add("/api/v1/help-guides?limit=100&include=contactChannels&" + lang);
            paths.add("/api/v1/organisational-units?limit=100&include=parent&" + lang);
            paths.add(unit.publicPath() + "?include=parent&" + lang);
            paths.add(channel.publicPath() + "?" + lang);
            paths.add("/api/v1/bundle?" + lang);
            for (EntryClient guide : guides) {
                paths.add(guide.publicPath() + "?include=contactChannels&" + lang);
                paths.add(guide.publicPath() + "/steps?include=contactChannels&" + lang);
            }
        }
        paths.add("/api/v1/snapshot");
        paths.add("/api/v1/changes");
        return paths;
    }

    private void readAll(List<String> paths, String id) {
        for (int i = 0; !ended.get(); i++) {
            String path = paths.get(i % paths.size());
            boolean after = acknowledged.get();
            RawHttp.Response response = RawHttp.get(path);
            String body = response.text();
            if (after) {
                readAfter.incrementAndGet();
                boolean namesId = body.contains(id) && !path.contains("changes") && !path.contains(id);
                if (body.contains(NUMBER) || body.contains("+381117654321") || namesId) {
                    violations.add(path + " " + response.status());
                }
            } else if (body.contains(NUMBER)) {
                readBefore.incrementAndGet();
            }
        }
    }

    @Test
    void noResponseAfterTheWithdrawalNamesTheNumber() throws Exception {
        EntryClient unit =
                EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content(FamilySample.uniqueName()));
        EntryClient channel = EntryClient.createPublished(FamilySample.CHANNEL, channelContent(unit.id));
        List<EntryClient> guides = List.of(
                EntryClient.createPublished(
                        FamilySample.GUIDE,
                        FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id)),
                EntryClient.createPublished(
                        FamilySample.GUIDE,
                        FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id)));
        EntryClient draft = EntryClient.create(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing(FamilySample.uniqueName(), channel.id));
        PublishingSetClient.create(PublishingSetClient.publish(draft));
        List<String> paths = addresses(channel, unit, guides);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            List<String> turned = new ArrayList<>(paths.subList(i * paths.size() / READERS, paths.size()));
            turned.addAll(paths.subList(0, i * paths.size() / READERS));
            readers.add(executor.submit(() -> readAll(turned, channel.id)));
        }
        Await.until("responses with the number", () -> readBefore.get() >= paths.size());

        assertThat(channel.transition("withdraw", "{'reason': 'safety'}").statusCode())
                .isEqualTo(200);
        acknowledged.set(true);

        Await.until("responses after the withdrawal", () -> readAfter.get() >= 3 * paths.size());
        ended.set(true);
        for (Future<?> reader : readers) {
            reader.get(30, TimeUnit.SECONDS);
        }
        assertThat(violations).isEmpty();
        for (EntryClient guide : guides) {
            assertThat(given().get(guide.publicPath()).<List<String>>path("steps[0].contactChannels"))
                    .isEmpty();
        }
    }
}

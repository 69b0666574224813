package org.putokaz.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.write.StoreChange;

/** The pages of a long list by label follow the alphabet of the language while other entries are published. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelOrderTest {

    private static final int CHANNELS = Boolean.getBoolean("putokaz.test.thorough") ? 5000 : 2000;
    private static final int BATCH = 500;
    private static final String AZBUKA = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ScratchEntries scratch;

    @TestHTTPResource("/api/v1/contact-channels")
    URI list;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20_120_413);
    private final List<String> published = new ArrayList<>();
    private UUID unit;

    @BeforeAll
    void publishChannels() {
        unit = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("veliki"), ScratchEntries.unit());
        while (published.size() < CHANNELS) {
            StoreChange[] batch = new StoreChange[BATCH];
            for (int i = 0; i < BATCH; i++) {
                batch[i] = channel();
                published.add(batch[i].id().toString());
            }
            scratch.apply(batch);
        }
    }

    @AfterAll
    void clear() {
        scratch.withdrawAll();
    }

    private StoreChange channel() {
        String label = "'label': {'sr-Cyrl': '" + name() + "'}";
        String content = ScratchEntries.channel(unit, "phone", "011 123 4567", label);
        return scratch.change(ScratchEntries.CHANNELS, Publishing.newId(), ScratchEntries.slug("red"), content);
    }

    /** One or two words of few different letters, so that many labels begin alike, and sometimes a number. */
    private String name() {
        StringBuilder name = new StringBuilder(word());
        if (random.nextInt(3) == 0) {
            name.append(random.nextBoolean() ? ' ' : '-').append(word());
        }
        if (random.nextInt(10) == 0) {
            name.append(' ').append(random.nextInt(120));
        }
        return name.toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(5);
        boolean capitals = random.nextInt(8) == 0;
        for (int i = 0; i < length; i++) {
            String letter = String.valueOf(AZBUKA.charAt(random.nextInt(AZBUKA.length())));
            boolean capital = capitals || i == 0 && random.nextInt(4) > 0;
            word.append(capital ? letter.toUpperCase(java.util.Locale.ROOT) : letter);
        }
        return word.toString();
    }

    private record Line(String id, String label) {}

    @ParameterizedTest
    @CsvSource({"sr-Cyrl, label", "sr-Cyrl, -label", "sr-Latn, label", "sr-Latn, -label", "en, label", "en, -label"})
    void pagesByLabelGiveTheAlphabetsOwnOrderWhileOthersPublish(String language, String sort) throws Exception {
        List<Line> read = new ArrayList<>();
        Semaphore turns = new Semaphore(0);
        AtomicBoolean reading = new AtomicBoolean(true);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Integer> noise = other.submit(() -> publishAndWithdraw(turns, reading));
        try {
            String cursor = null;
            do {
                JsonNode page = page(language, sort, cursor);
                page.get("data")
                        .forEach(channel -> read.add(new Line(
                                channel.get("id").asText(), channel.get("label").asText())));
                cursor = page.at("/page/next").textValue();
                turns.release();
            } while (cursor != null);
        } finally {
            reading.set(false);
            turns.release();
            other.shutdown();
        }
        assertThat(noise.get(1, TimeUnit.MINUTES)).isGreaterThan(10);

        assertThat(read.stream().map(Line::id)).doesNotHaveDuplicates();
        Set<String> mine = Set.copyOf(published);
        List<Line> lines =
                read.stream().filter(line -> mine.contains(line.id())).toList();
        assertThat(lines).hasSize(CHANNELS);
        List<Line> expected = new ArrayList<>(lines);
        Collections.shuffle(expected, random);
        expected.sort(order(language));
        if (sort.startsWith("-")) {
            Collections.reverse(expected);
        }
        assertThat(lines).isEqualTo(expected);
    }

    private static Comparator<Line> order(String language) {
        RuleBasedCollator collator = (RuleBasedCollator) Collator.getInstance(ULocale.forLanguageTag(language));
        collator.setNumericCollation(true);
        return Comparator.comparing(Line::label, collator::compare).thenComparing(Line::id);
    }

    /** For every page that is read, publishes one channel and withdraws the previous one. */
    private int publishAndWithdraw(Semaphore turns, AtomicBoolean reading) throws InterruptedException {
        UUID last = null;
        int changes = 0;
        while (reading.get()) {
            turns.acquire();
            if (last != null) {
                scratch.withdraw(last, WithdrawalReason.WITHDRAWN);
            }
            StoreChange change = channel();
            scratch.apply(change);
            last = change.id();
            changes++;
        }
        return changes;
    }

    private JsonNode page(String language, String sort, String cursor) {
        Map<String, String> query =
                new HashMap<>(Map.of("sort", sort, "lang", language, "limit", "100", "fields", "id,label"));
        if (cursor != null) {
            query.put("cursor", cursor);
        }
        List<String> parameters = new ArrayList<>();
        query.forEach((name, value) -> parameters.add(name + "=" + value));
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(list + "?" + String.join("&", parameters)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

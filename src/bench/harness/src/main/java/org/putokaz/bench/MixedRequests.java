package org.putokaz.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Sequence of requests for two hundred URLs in three languages, distributed by Zipf's law, half of them with gzip. It
 * is the
 * same for the same seed.
 */
final class MixedRequests {

    static final int URLS = 200;

    /** After so many requests the sequence repeats; enough for the rare URLs to occur. */
    private static final int SEQUENCE_LENGTH = 1 << 16;

    private static final List<String> PAGES = List.of(
            "/api/v1?",
            "/api/v1/contact-channels?",
            "/api/v1/contact-channels?purpose=victim-support&",
            "/api/v1/help-guides?",
            "/api/v1/history-events?",
            "/api/v1/history-events?sort=-publishedAt&",
            "/api/v1/history-events?sort=title&limit=5&",
            "/api/v1/history-events?category=milestone&limit=50&",
            "/api/v1/organisational-units?",
            "/api/v1/organisational-units/tree?");

    private final List<String> targets;
    private final int[] sequence = new int[SEQUENCE_LENGTH];

    /** @param edited the events that are published meanwhile; they are among the popular ones */
    MixedRequests(List<Event> events, List<Event> edited, long seed) {
        Random random = new Random(seed);
        targets = targets(events, edited, random);
        double[] upTo = new double[URLS];
        double sum = 0;
        for (int i = 0; i < URLS; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        for (int i = 0; i < SEQUENCE_LENGTH; i++) {
            int found = java.util.Arrays.binarySearch(upTo, random.nextDouble() * sum);
            sequence[i] = 2 * Math.min(URLS - 1, found < 0 ? -found - 1 : found) + random.nextInt(2);
        }
    }

    private static List<String> targets(List<Event> events, List<Event> edited, Random random) {
        List<String> popular = new ArrayList<>(PAGES);
        edited.forEach(event -> popular.add(entry(event)));
        List<String> rest = new ArrayList<>();
        events.stream().filter(event -> !edited.contains(event)).forEach(event -> rest.add(entry(event)));
        Collections.shuffle(rest, random);
        List<String> ordered = new ArrayList<>();
        inEachLanguage(popular, ordered);
        Collections.shuffle(ordered, random);
        inEachLanguage(rest, ordered);
        return List.copyOf(ordered.subList(0, URLS));
    }

    private static String entry(Event event) {
        return PutokazService.EVENTS + "/" + event.slug() + "?";
    }

    private static void inEachLanguage(List<String> pages, List<String> all) {
        for (String page : pages) {
            PutokazService.LANGUAGES.forEach(language -> all.add(page + "lang=" + language));
        }
    }

    /** Each URL twice, without and with gzip. */
    List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        for (String target : targets) {
            requests.add(Request.of(target));
            requests.add(Request.of(target, "Accept-Encoding: gzip"));
        }
        return requests;
    }

    /** Index, in {@link #requests}, of the n-th request of the sequence. */
    int indexOf(long n) {
        return sequence[(int) (n % SEQUENCE_LENGTH)];
    }
}

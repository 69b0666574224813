package org.putokaz.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a mixed public reads: two hundred URLs in three languages, the most popular ones far more often (Zipf's law), half of
 * them compressed; the same for the same seed.
 */
final class Reading {

    static final int URLS = 200;

    /** So many questions, after which they begin again; enough that the rare ones come up. */
    private static final int QUESTIONS = 1 << 16;

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
    private final int[] questions = new int[QUESTIONS];

    /** @param hot the events that are published meanwhile, and that are therefore among the popular ones */
    Reading(List<Event> events, List<Event> hot, long seed) {
        Random random = new Random(seed);
        targets = targets(events, hot, random);
        double[] upTo = new double[URLS];
        double sum = 0;
        for (int i = 0; i < URLS; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        for (int i = 0; i < QUESTIONS; i++) {
            int found = java.util.Arrays.binarySearch(upTo, random.nextDouble() * sum);
            questions[i] = 2 * Math.min(URLS - 1, found < 0 ? -found - 1 : found) + random.nextInt(2);
        }
    }

    private static List<String> targets(List<Event> events, List<Event> hot, Random random) {
        List<String> popular = new ArrayList<>(PAGES);
        hot.forEach(event -> popular.add(entry(event)));
        List<String> rest = new ArrayList<>();
        events.stream().filter(event -> !hot.contains(event)).forEach(event -> rest.add(entry(event)));
        Collections.shuffle(rest, random);
        List<String> ordered = new ArrayList<>();
        inEachLanguage(popular, ordered);
        Collections.shuffle(ordered, random);
        inEachLanguage(rest, ordered);
        return List.copyOf(ordered.subList(0, URLS));
    }

    private static String entry(Event event) {
        return Product.EVENTS + "/" + event.slug() + "?";
    }

    private static void inEachLanguage(List<String> pages, List<String> all) {
        for (String page : pages) {
            Product.LANGUAGES.forEach(language -> all.add(page + "lang=" + language));
        }
    }

    /** Each URL twice, first as it is, then compressed. */
    List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        for (String target : targets) {
            requests.add(Request.of(target));
            requests.add(Request.of(target, "Accept-Encoding: gzip"));
        }
        return requests;
    }

    /** Which of the requests is the n-th question. */
    int question(long n) {
        return questions[(int) (n % QUESTIONS)];
    }
}

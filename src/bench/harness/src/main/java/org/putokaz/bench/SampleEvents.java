package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Generator of the content that is measured: the Center's own, and made-up events enough for several pages. */
final class SampleEvents {

    static final int COUNT = 300;

    /** Id of the unit that the events refer to. */
    private static final String CENTER = "01a20a8f-f164-784f-8978-7991cf34943f";

    private static final LocalDate FIRST_DAY = LocalDate.of(1960, 1, 1);
    private static final long FIRST_MOMENT = 1_700_000_000_000L;
    private static final String[][] WORDS = {
        {"обука стручњака", "a training of professionals"},
        {"скуп установа", "a meeting of institutions"},
        {"потписивање споразума", "the signing of an agreement"},
        {"отварање канцеларије", "the opening of an office"},
        {"почетак сарадње", "the beginning of a cooperation"},
        {"објављивање извештаја", "the publication of a report"}
    };

    private SampleEvents() {}

    /** Events one a fortnight, from before the beginning of the Center's history; the same for the same seed. */
    static List<Event> of(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String[] what = WORDS[random.nextInt(WORDS.length)];
            String[] next = WORDS[random.nextInt(WORDS.length)];
            UUID id = new UUID(
                    (FIRST_MOMENT + i) << 16 | 0x7000 | random.nextInt(0x1000),
                    0x8000000000000000L | random.nextLong() >>> 2);
            events.add(new Event(
                    id.toString(),
                    String.format("dogadjaj-%03d", i),
                    FIRST_DAY.plusDays(14L * i + random.nextInt(10)).toString(),
                    CENTER,
                    new Event.EventTexts(
                            "Догађај: " + what[0],
                            "Event: " + what[1],
                            "Најпре " + what[0] + ", па " + next[0] + ".",
                            "First " + what[1] + ", then " + next[1] + ".")));
        }
        return events;
    }

    /** Writes a content pack of the Center's entries and these. */
    static void writePack(List<Event> events, Path center, Path pack) throws IOException {
        try (Stream<Path> files = Files.walk(center)) {
            for (Path file : files.toList()) {
                Path copy = pack.resolve(center.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        for (Event event : events) {
            Files.writeString(pack.resolve("history-events").resolve(event.slug() + ".yaml"), event.file());
        }
    }
}

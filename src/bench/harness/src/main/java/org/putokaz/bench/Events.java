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

/** The content that is measured: the Center's own, and as many made-up events as make pages worth reading. */
final class Events {

    static final int MANY = 300;

    /** The Center, in whose pack everything hangs together. */
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

    private Events() {}

    /** The same for the same seed, one a fortnight, the first before everything in the Center's history. */
    static List<Event> of(long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
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
                    new Event.Words(
                            "Догађај: " + what[0],
                            "Event: " + what[1],
                            "Најпре " + what[0] + ", па " + next[0] + ".",
                            "First " + what[1] + ", then " + next[1] + ".")));
        }
        return events;
    }

    /** A content pack of the Center's entries and these. */
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

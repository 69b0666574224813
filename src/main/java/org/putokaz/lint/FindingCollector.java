package org.putokaz.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.putokaz.problem.Message;

/** Gathers what the rules notice in one text and says where that is in its source. */
final class FindingCollector {

    // Each fault has its own share, so that no flood of warnings can hide an error.
    private static final int MOST_OF_ONE_FAULT = 50;
    private static final int LONGEST_SHOWN = 60;

    private final String source;
    private final PlainTextView reading;
    private final Map<LintCode, Integer> counts = new EnumMap<>(LintCode.class);
    private final List<Finding> findings = new ArrayList<>();
    private final int[] lines;

    FindingCollector(String source, PlainTextView reading) {
        this.source = source;
        this.reading = reading;
        this.lines = lines(source);
    }

    /** Notes a fault that has no certain remedy. */
    void add(LintCode fault, TextSpan stretch, Object... arguments) {
        add(fault, stretch, List.of(), arguments);
    }

    /**
     * Notes a fault.
     *
     * @param suggestions what could stand there instead; left out where marks of the text's structure stand in between
     * @param arguments of the message, after what was found
     */
    void add(LintCode fault, TextSpan stretch, List<String> suggestions, Object... arguments) {
        if (counts.merge(fault, 1, Integer::sum) > MOST_OF_ONE_FAULT) {
            return;
        }
        TextSpan place = reading.inSource(stretch);
        String found = place.in(source);
        boolean unbroken = found.equals(reading.text(stretch));
        int line = line(place.from());
        findings.add(new Finding(
                fault.rule(),
                fault.level(),
                message(fault, reading.text(stretch), arguments),
                place.from(),
                found.length(),
                line,
                place.from() - lines[line - 1] + 1,
                found,
                unbroken ? suggestions : List.of()));
    }

    /** In the order of the text. */
    List<Finding> inOrder() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::offset))
                .toList();
    }

    private static Message message(LintCode fault, String found, Object[] arguments) {
        List<Object> all = new ArrayList<>();
        all.add(shown(found));
        all.addAll(Arrays.asList(arguments));
        return new Message(fault.code(), all);
    }

    static String shown(String found) {
        if (found.length() <= LONGEST_SHOWN) {
            return found;
        }
        boolean halved = Character.isHighSurrogate(found.charAt(LONGEST_SHOWN - 1));
        return found.substring(0, halved ? LONGEST_SHOWN - 1 : LONGEST_SHOWN) + "…";
    }

    private int line(int offset) {
        int place = Arrays.binarySearch(lines, offset);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** Where each line begins. */
    private static int[] lines(String source) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = 0; i < source.length(); i++) {
            boolean pair = source.charAt(i) == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
            if (source.charAt(i) == '\n' || (source.charAt(i) == '\r' && !pair)) {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}

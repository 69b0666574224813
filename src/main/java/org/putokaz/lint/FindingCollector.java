package org.putokaz.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.putokaz.problem.Message;

/** Collector of the findings in one text; it maps their offsets to the source. */
public final class FindingCollector {

    // Counted for each code, so that many warnings cannot displace an error.
    private static final int MAX_FINDINGS_PER_CODE = 50;
    private static final int MAX_QUOTED_LENGTH = 60;

    private final String source;
    private final PlainTextView view;
    private final Map<LintCode, Integer> counts = new EnumMap<>(LintCode.class);
    private final List<Finding> findings = new ArrayList<>();
    private final int[] lines;

    public FindingCollector(String source, PlainTextView view) {
        this.source = source;
        this.view = view;
        this.lines = lines(source);
    }

    /** Adds a finding without a suggestion. */
    public void add(LintCode code, TextSpan span, Object... arguments) {
        add(code, span, List.of(), arguments);
    }

    /**
     * Adds a finding.
     *
     * @param suggestions what could stand there instead; left out where marks of the text's structure stand in between
     * @param arguments of the message, after what was found
     */
    public void add(LintCode code, TextSpan span, List<String> suggestions, Object... arguments) {
        if (counts.merge(code, 1, Integer::sum) > MAX_FINDINGS_PER_CODE) {
            return;
        }
        TextSpan range = view.inSource(span);
        String found = range.in(source);
        boolean unbroken = found.equals(view.text(span));
        int line = line(range.from());
        findings.add(new Finding(
                code.rule(),
                code.level(),
                message(code, view.text(span), arguments),
                range.from(),
                found.length(),
                line,
                range.from() - lines[line - 1] + 1,
                found,
                unbroken ? suggestions : List.of()));
    }

    /** In the order of the text. */
    public List<Finding> sorted() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::offset))
                .toList();
    }

    private static Message message(LintCode code, String found, Object[] arguments) {
        List<Object> all = new ArrayList<>();
        all.add(shorten(found));
        all.addAll(Arrays.asList(arguments));
        return new Message(code.code(), all);
    }

    public static String shorten(String found) {
        if (found.length() <= MAX_QUOTED_LENGTH) {
            return found;
        }
        boolean halved = Character.isHighSurrogate(found.charAt(MAX_QUOTED_LENGTH - 1));
        return found.substring(0, halved ? MAX_QUOTED_LENGTH - 1 : MAX_QUOTED_LENGTH) + "…";
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

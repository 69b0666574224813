package org.putokaz.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SVG chart with one bar for each goal that is a ratio, scaled so that all goals are on one line. */
final class Chart {

    private static final int LEFT = 400;
    private static final int WIDTH = 960;
    private static final int ROW = 24;
    private static final int TOP = 64;
    private static final double MAX_RATIO = 2;
    private static final double GOAL_WIDTH = (WIDTH - LEFT - 80) / MAX_RATIO;

    private static final String FRAME = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img"
             font-family="sans-serif" font-size="13">
        <title>Putokaz and its peers: ratio to each goal</title>
        <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        <text x="16" y="24" font-size="16" font-weight="bold" fill="#1a1a1a">Ratio to each goal</text>
        <text x="16" y="44" fill="#555555">median ratio to the peer in the same round; the line is the goal, longer is better</text>
        """;

    private Chart() {}

    private record Bar(String label, double reached, String ratio) {}

    static String of(Results results) {
        List<Bar> bars = bars(results);
        int height = TOP + ROW * bars.size() + 16;
        StringBuilder svg = new StringBuilder(FRAME.formatted(WIDTH, height));
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, bars.get(i), TOP + ROW * i);
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$.0f\" x2=\"%1$.0f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#1a1a1a\" stroke-dasharray=\"4"
                        + " 3\"/>%n</svg>%n",
                LEFT + GOAL_WIDTH,
                TOP - 6,
                height - 12));
        return svg.toString();
    }

    private static List<Bar> bars(Results results) {
        List<Bar> bars = new ArrayList<>();
        for (Goal goal : Goal.all()) {
            goal.value(results).stream()
                    .filter(value -> !goal.peer().isEmpty() && value > 0)
                    .forEach(value -> bars.add(new Bar(
                            goal.workload() + (goal.figure() == Goal.Figure.CPU ? ", CPU" : "") + ": "
                                    + goal.contestant() + " / " + goal.peer(),
                            goal.figure().lessIsBetter() ? goal.bound() / value : value / goal.bound(),
                            Report.number(value) + " (goal " + Report.number(goal.bound()) + ")")));
        }
        return bars;
    }

    private static void bar(StringBuilder svg, Bar bar, int y) {
        double width = Math.min(MAX_RATIO, bar.reached) * GOAL_WIDTH;
        String colour = bar.reached >= 1 ? "#2e7d4f" : "#b3541e";
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1a1a1a\">%s</text>%n",
                LEFT - 8,
                y + 14,
                bar.label));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"%s\"/>%n",
                LEFT,
                y,
                width,
                colour));
        boolean inside = width > GOAL_WIDTH;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.0f\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\" font-size=\"11\">%s</text>%n",
                LEFT + width + (inside ? -6 : 6),
                y + 12,
                inside ? "end" : "start",
                inside ? "#ffffff" : "#1a1a1a",
                bar.ratio));
    }
}

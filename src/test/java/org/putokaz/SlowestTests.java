package org.putokaz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Report at the end of {@code mvn verify}: how many tests ran, and the forty classes that took the most time. */
final class SlowestTests {

    private static final int MAX_CLASSES = 40;

    private SlowestTests() {}

    /** Sum over the runs of one class: H2, PostgreSQL, the jar. */
    private record ClassTime(int runs, int tests, int failures, double seconds) {

        ClassTime plus(ClassTime other) {
            return new ClassTime(
                    runs + other.runs, tests + other.tests, failures + other.failures, seconds + other.seconds);
        }
    }

    /** @param arguments the folder of Surefire's XML reports */
    public static void main(String[] arguments) throws IOException {
        Map<String, ClassTime> times = new TreeMap<>();
        try (Stream<Path> reports = Files.list(Path.of(arguments[0]))) {
            for (Path report : reports.filter(SlowestTests::isReport).toList()) {
                Element suite = read(report);
                times.merge(className(suite), timeOf(suite), ClassTime::plus);
            }
        }
        ClassTime all = times.values().stream().reduce(new ClassTime(0, 0, 0, 0), ClassTime::plus);
        System.out.printf(
                "%nTests: %d in %d classes, %d failed; %.0f s in test classes. The slowest:%n",
                all.tests, times.size(), all.failures, all.seconds);
        slowest(times)
                .forEach(entry -> System.out.printf(
                        "%7.1f s  %d run%s  %s%n",
                        entry.getValue().seconds,
                        entry.getValue().runs,
                        entry.getValue().runs == 1 ? " " : "s",
                        entry.getKey()));
    }

    private static List<Map.Entry<String, ClassTime>> slowest(Map<String, ClassTime> times) {
        return times.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingDouble(ClassTime::seconds).reversed()))
                .limit(MAX_CLASSES)
                .toList();
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private static Element read(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(report.toString(), unreadable);
        }
    }

    /** Without the suffix that tells the runs of one class apart. */
    private static String className(Element suite) {
        return suite.getAttribute("name").replaceFirst("[ (].*$", "");
    }

    private static ClassTime timeOf(Element suite) {
        return new ClassTime(
                1,
                number(suite, "tests"),
                number(suite, "failures") + number(suite, "errors"),
                Double.parseDouble(suite.getAttribute("time").replace(",", "")));
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }
}

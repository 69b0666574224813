package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load generator that everybody knows, where it is installed: leaner than ours, but it looks at no body. */
final class Wrk {

    private static final Path PROGRAM = Path.of("/usr/bin/wrk");
    private static final String MARK = "measured ";

    private static final String SCRIPT = """
            done = function(summary, latency, requests)
              local e = summary.errors
              print(string.format("%s%%d %%d %%d %%d %%f %%f", summary.requests, summary.duration, summary.bytes,
                e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
            end
            """.formatted(MARK);

    private Wrk() {}

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** How many answers there were, and what was measured, but for what the service has used. */
    record Result(long answers, Measured measured) {

        static Result of(String line) {
            String[] fields = line.substring(MARK.length()).split(" ");
            long answers = Long.parseLong(fields[0]);
            double seconds = Long.parseLong(fields[1]) / 1e6;
            double bytes = Double.parseDouble(fields[2]) / Math.max(1, answers);
            return new Result(
                    answers,
                    new Measured(
                            answers / seconds,
                            Double.parseDouble(fields[4]) / 1000,
                            Double.parseDouble(fields[5]) / 1000,
                            Long.parseLong(fields[3]),
                            bytes,
                            0,
                            0));
        }
    }

    static Result run(Path folder, int port, Request request, int connections, int seconds) throws IOException {
        Path script = folder.resolve("wrk.lua");
        Files.writeString(script, SCRIPT);
        List<String> command = new ArrayList<>(
                List.of(PROGRAM.toString(), "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "30s"));
        for (String header : request.headers()) {
            command.addAll(List.of("-H", header));
        }
        command.addAll(List.of("-s", script.toString(), "http://127.0.0.1:" + port + request.target()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        return said.lines()
                .filter(line -> line.startsWith(MARK))
                .map(Result::of)
                .findFirst()
                .orElseThrow(() -> new IOException("wrk said: " + said));
    }
}

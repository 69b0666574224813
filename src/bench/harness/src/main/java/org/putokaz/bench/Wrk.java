package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load generator wrk, where it is installed. It needs less processor time than our own, but checks no body. */
final class Wrk {

    private static final Path PROGRAM = Path.of("/usr/bin/wrk");
    private static final String OUTPUT_PREFIX = "measured ";

    private static final String SCRIPT = """
        done = function(summary, latency, requests)
          local e = summary.errors
          print(string.format("%s%%d %%d %%d %%d %%f %%f", summary.requests, summary.duration, summary.bytes,
            e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
        end
        """.formatted(OUTPUT_PREFIX);

    private Wrk() {}

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Number of responses and the measurement, without the resources used by the service. */
    record Result(long responses, Measurement measurement) {

        static Result of(String line) {
            String[] fields = line.substring(OUTPUT_PREFIX.length()).split(" ");
            long responses = Long.parseLong(fields[0]);
            double seconds = Long.parseLong(fields[1]) / 1e6;
            double bytes = Double.parseDouble(fields[2]) / Math.max(1, responses);
            return new Result(
                    responses,
                    new Measurement(
                            responses / seconds,
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
        String output = new String(process.getInputStream().readAllBytes());
        return output.lines()
                .filter(line -> line.startsWith(OUTPUT_PREFIX))
                .map(Result::of)
                .findFirst()
                .orElseThrow(() -> new IOException("Output of wrk: " + output));
    }
}

package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Requests that a service gets while its archive is made: the same as when the image is made. */
final class TrainingRequests {

    private TrainingRequests() {}

    static List<Request> requests(Path base) throws IOException {
        List<Request> requests = new ArrayList<>();
        for (String path : Files.readAllLines(base.resolve("docker/training-paths"))) {
            for (String language : PutokazService.LANGUAGES) {
                for (String coding : List.of("gzip", "identity")) {
                    requests.add(Request.of(path, "Accept-Language: " + language, "Accept-Encoding: " + coding));
                }
            }
        }
        return requests;
    }
}

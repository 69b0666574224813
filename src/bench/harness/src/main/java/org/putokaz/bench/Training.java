package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a service is asked for while its archive is made: the same as when the image is made. */
final class Training {

    private Training() {}

    static List<Request> requests(Path base) throws IOException {
        List<Request> requests = new ArrayList<>();
        for (String path : Files.readAllLines(base.resolve("docker/training-paths"))) {
            for (String language : Product.LANGUAGES) {
                for (String coding : List.of("gzip", "identity")) {
                    requests.add(Request.of(path, "Accept-Language: " + language, "Accept-Encoding: " + coding));
                }
            }
        }
        return requests;
    }
}

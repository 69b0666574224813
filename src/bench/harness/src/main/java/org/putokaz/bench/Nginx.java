package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The peer that the web is full of: the same bytes and headers from files. Only where it is installed. */
final class Nginx {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"), Path.of("/usr/bin/nginx"));

    private static final String CONFIGURATION = """
            daemon off;
            master_process on;
            worker_processes auto;
            pid nginx.pid;
            error_log stderr warn;
            events { worker_connections 4096; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              keepalive_timeout 600s;
              open_file_cache max=1000 inactive=600s;
              etag off;
              server_tokens off;
              client_body_temp_path temp;
              proxy_temp_path temp;
              fastcgi_temp_path temp;
              uwsgi_temp_path temp;
              scgi_temp_path temp;
              server {
                listen 127.0.0.1:%d;
            %s
              }
            }
            """;

    private Nginx() {}

    static boolean isInstalled() {
        return PLACES.stream().anyMatch(Files::isExecutable);
    }

    /** @param answers by path, without a query */
    static Running start(Path folder, int port, Map<String, Answer> answers) throws IOException {
        Files.createDirectories(folder);
        StringBuilder places = new StringBuilder();
        for (Map.Entry<String, Answer> entry : answers.entrySet()) {
            places.append(place(folder, entry.getKey(), entry.getValue()));
        }
        Path configuration = folder.resolve("nginx.conf");
        // Root's workers would become somebody else, who may not read our folder.
        String user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
        Files.writeString(configuration, user + CONFIGURATION.formatted(port, places));
        Path nginx = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        return Running.start(
                folder, List.of(nginx.toString(), "-p", folder.toString(), "-c", configuration.toString()));
    }

    private static String place(Path folder, String path, Answer answer) throws IOException {
        StringBuilder place = new StringBuilder("    location = " + path + " {\n");
        for (Answer.Header header : answer.headers()) {
            if (header.name().equalsIgnoreCase("content-type")) {
                place.append("      types {} default_type \"" + header.value() + "\";\n");
            } else if (header.name().equalsIgnoreCase("last-modified")) {
                place.append("      if_modified_since off;\n");
            } else {
                String value = header.value().replace("\\", "\\\\").replace("\"", "\\\"");
                place.append("      add_header " + header.name() + " \"" + value + "\" always;\n");
            }
        }
        if (answer.status() == 304) {
            return place.append("      return 304;\n    }\n").toString();
        }
        Path file = folder.resolve("answer" + path.replace('/', '-'));
        Files.write(file, answer.body());
        return place.append("      alias " + file + ";\n    }\n").toString();
    }
}

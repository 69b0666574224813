package org.putokaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Peer that serves the same bytes and headers from files, where nginx is installed. */
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

    /** @param responses responses by path, without a query */
    static ChildProcess start(Path folder, int port, Map<String, StoredResponse> responses) throws IOException {
        Files.createDirectories(folder);
        StringBuilder places = new StringBuilder();
        for (Map.Entry<String, StoredResponse> entry : responses.entrySet()) {
            places.append(location(folder, entry.getKey(), entry.getValue()));
        }
        Path configuration = folder.resolve("nginx.conf");
        // As root its workers would run as another user, who may not read the folder.
        String user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
        Files.writeString(configuration, user + CONFIGURATION.formatted(port, places));
        Path nginx = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        return ChildProcess.start(
                folder, List.of(nginx.toString(), "-p", folder.toString(), "-c", configuration.toString()));
    }

    private static String location(Path folder, String path, StoredResponse answer) throws IOException {
        StringBuilder location = new StringBuilder("    location = " + path + " {\n");
        for (StoredResponse.Header header : answer.headers()) {
            if (header.name().equalsIgnoreCase("content-type")) {
                location.append("      types {} default_type \"" + header.value() + "\";\n");
            } else if (header.name().equalsIgnoreCase("last-modified")) {
                location.append("      if_modified_since off;\n");
            } else {
                String value = header.value().replace("\\", "\\\\").replace("\"", "\\\"");
                location.append("      add_header " + header.name() + " \"" + value + "\" always;\n");
            }
        }
        if (answer.status() == 304) {
            return location.append("      return 304;\n    }\n").toString();
        }
        Path file = folder.resolve("answer" + path.replace('/', '-'));
        Files.write(file, answer.body());
        return location.append("      alias " + file + ";\n    }\n").toString();
    }
}

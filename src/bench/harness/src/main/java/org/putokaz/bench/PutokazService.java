package org.putokaz.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service under test: the arguments to start it with, and the requests of each workload. */
final class PutokazService {

    static final String EVENTS = "/api/v1/history-events";
    static final List<String> LANGUAGES = List.of("sr-Cyrl", "sr-Latn", "en");

    /** Made up for the benchmark: the service listens to this machine alone and ends with the measurement. */
    static final String TOKEN = "pk_ForTheTestsAlone0ThisAdminIsMadeUpEntirely12RLJPc";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = EVENTS + "?lang=sr-Latn";
    private static final String ENTRY = EVENTS + "/dogadjaj-150?lang=sr-Latn";

    private PutokazService() {}

    /**
     * The settings that all variants have in common, those of one variant, and the jar in the folder of the
     * application.
     */
    static List<String> arguments(Path application, int port, int management, List<String> more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + management,
                "-Dputokaz.security.bootstrap-token=" + TOKEN));
        arguments.addAll(more);
        arguments.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        return arguments;
    }

    /** The request of each workload; the service must have started. */
    static Map<Workload, Request> requests(int port) throws IOException {
        Map<Workload, Request> requests = new EnumMap<>(Workload.class);
        requests.put(Workload.LIST, Request.of(LIST));
        requests.put(Workload.ENTRY, Request.of(ENTRY));
        requests.put(Workload.LIST_GZIP, Request.of(LIST, "Accept-Encoding: gzip"));
        requests.put(Workload.ENTRY_GZIP, Request.of(ENTRY, "Accept-Encoding: gzip"));
        String tag = StoredResponse.fetch(port, Request.of(LIST)).header("ETag");
        requests.put(Workload.NOT_MODIFIED, Request.of(LIST, "If-None-Match: " + tag));
        return requests;
    }

    static Map<Workload, Request> ordinaryRequests() {
        return Map.of(
                Workload.LIST,
                Request.of("/events?lang=sr-Latn&page=0&size=20"),
                Workload.ENTRY,
                Request.of("/events/dogadjaj-150?lang=sr-Latn"));
    }

    /** All events, each in all languages, as the initial content of the ordinary service. */
    static ArrayNode everyEvent(int port) throws IOException {
        Map<String, ObjectNode> events = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String next = "";
            do {
                JsonNode page = JSON.readTree(
                        StoredResponse.fetch(port, Request.of(EVENTS + "?limit=100&lang=" + language + next))
                                .body());
                for (JsonNode event : page.get("data")) {
                    events.computeIfAbsent(event.get("id").asText(), id -> JSON.createObjectNode())
                            .set(language, event);
                }
                JsonNode cursor = page.at("/page/next");
                next = cursor.isNull() ? "" : "&cursor=" + cursor.asText();
            } while (!next.isEmpty());
        }
        return JSON.createArrayNode().addAll(events.values());
    }
}

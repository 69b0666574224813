package org.putokaz.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts all contestants on free ports and ends them by process id. */
final class Contestants implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long START_TIMEOUT_MINUTES = 4;

    private final Options options;
    private final Path folder;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final List<Contestant> contestants = new ArrayList<>();
    private @Nullable Postgres postgres;

    private record StartedContestant(
            String name, String title, int port, ChildProcess process, List<Long> pids, Request proof) {}

    Contestants(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    List<Contestant> all() {
        return contestants;
    }

    @Nullable
    Contestant find(String name) {
        return contestants.stream()
                .filter(contestant -> contestant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** @throws IOException when a contestant does not start, with its log */
    void start(List<Event> events) throws IOException, SQLException {
        SampleEvents.writePack(
                events, options.base().resolve("src/main/resources/content-pack"), folder.resolve("pack"));
        postgres = options.brief() ? null : closeAtEnd(new Postgres(folder.resolve("postgresql")));
        List<StartedContestant> services = new ArrayList<>(ownServices("h2"));
        if (postgres != null) {
            services.addAll(ownServices("pg"));
        }
        for (StartedContestant started : services) {
            await(started);
            Map<Workload, Request> requests = PutokazService.requests(started.port);
            add(started, requests);
        }
        startPeers(services.get(0).port);
    }

    /** Starts the peers, with the content of the service at this port. */
    private void startPeers(int firstPort) throws IOException, SQLException {
        Path content = folder.resolve("events.json");
        JSON.writeValue(content.toFile(), PutokazService.everyEvent(firstPort));
        List<StartedContestant> ordinary = new ArrayList<>(List.of(ordinary("h2", content)));
        if (postgres != null) {
            ordinary.add(ordinary("pg", content));
        }
        Map<String, StoredResponse> responses = new TreeMap<>();
        Map<Workload, Request> requests = new TreeMap<>();
        for (Map.Entry<Workload, Request> request :
                PutokazService.requests(firstPort).entrySet()) {
            requests.put(request.getKey(), request.getKey().preparedRequest());
            responses.put(
                    request.getKey().preparedRequest().target(),
                    StoredResponse.fetchCached(firstPort, request.getValue()));
        }
        if (Nginx.isInstalled()) {
            int port = ChildProcess.freePort();
            ChildProcess nginx = closeAtEnd(Nginx.start(folder.resolve("nginx"), port, responses));
            await(new StartedContestant(
                    Contestant.NGINX, "nginx", port, nginx, List.of(nginx.pid()), requests.get(Workload.LIST)));
            contestants.add(0, new Contestant(Contestant.NGINX, "nginx, files", port, List.of(nginx.pid()), requests));
        }
        contestants.add(0, startBareServer(Contestant.BARE, responses, requests));
        for (StartedContestant started : ordinary) {
            await(started);
            add(started, PutokazService.ordinaryRequests());
        }
    }

    /** Starts a bare server of these responses, and waits until it responds. */
    Contestant startBareServer(String name, Map<String, StoredResponse> responses, Map<Workload, Request> requests)
            throws IOException {
        Path file = folder.resolve(name + ".json");
        JSON.writeValue(file.toFile(), responses);
        int port = ChildProcess.freePort();
        ChildProcess process = closeAtEnd(ChildProcess.java(
                ChildProcess.thisJava(),
                folder.resolve(name),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        file.toString(),
                        Integer.toString(BareServer.quarkusEventLoops()))));
        Request proof = Request.of(responses.keySet().iterator().next());
        await(new StartedContestant(name, name, port, process, List.of(process.pid()), proof));
        return new Contestant(name, "bare Vert.x", port, List.of(process.pid()), requests);
    }

    private List<StartedContestant> ownServices(String database) throws IOException, SQLException {
        return List.of(
                ownService(Contestant.CACHED, database, List.of()),
                ownService(Contestant.UNCACHED, database, List.of("-Dputokaz.cache.enabled=false")));
    }

    private StartedContestant ownService(String kind, String database, List<String> settings)
            throws IOException, SQLException {
        String name = kind + "-" + database;
        int port = ChildProcess.freePort();
        List<String> more = new ArrayList<>(databaseArguments(name));
        more.add("-Dputokaz.content.pack=" + folder.resolve("pack"));
        more.addAll(settings);
        List<String> arguments = PutokazService.arguments(
                options.base().resolve("target/quarkus-app"), port, ChildProcess.freePort(), more);
        ChildProcess process = closeAtEnd(ChildProcess.java(ChildProcess.thisJava(), folder.resolve(name), arguments));
        String title = "Putokaz " + kind + ", " + title(database);
        return new StartedContestant(
                name, title, port, process, pids(process, database), Request.of(PutokazService.EVENTS));
    }

    private StartedContestant ordinary(String database, Path content) throws IOException, SQLException {
        String name = Contestant.ORDINARY + "-" + database;
        int port = ChildProcess.freePort();
        List<String> arguments = new ArrayList<>(List.of(
                "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port, "-Dordinary.content=" + content));
        arguments.addAll(databaseArguments(name));
        if (postgres == null || !name.endsWith("pg")) {
            arguments.add("-Dquarkus.datasource.jdbc.url=jdbc:h2:file:./data/ordinary");
        }
        Path jar = options.base().resolve("src/bench/ordinary/target/" + database + "/quarkus-run.jar");
        arguments.addAll(List.of("-jar", jar.toString()));
        ChildProcess process = closeAtEnd(ChildProcess.java(ChildProcess.thisJava(), folder.resolve(name), arguments));
        String title = "ordinary Quarkus, " + title(database);
        return new StartedContestant(name, title, port, process, pids(process, database), Request.of("/events"));
    }

    private static String title(String database) {
        return database.equals("pg") ? "PostgreSQL" : "H2";
    }

    private List<String> databaseArguments(String name) throws SQLException {
        if (postgres == null || !name.endsWith("pg")) {
            return List.of();
        }
        return List.of(
                "-Dquarkus.datasource.jdbc.url=" + postgres.database(name.replace('-', '_')),
                "-Dquarkus.datasource.username=postgres");
    }

    private List<Long> pids(ChildProcess process, String database) throws IOException {
        return postgres != null && database.equals("pg")
                ? List.of(process.pid(), postgres.pid())
                : List.of(process.pid());
    }

    private void add(StartedContestant started, Map<Workload, Request> requests) {
        contestants.add(new Contestant(started.name, started.title, started.port, started.pids, requests));
    }

    private <C extends AutoCloseable> C closeAtEnd(C opened) {
        toClose.push(opened);
        return opened;
    }

    private static void await(StartedContestant started) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(START_TIMEOUT_MINUTES);
        while (System.nanoTime() < end && started.process.isAlive()) {
            try {
                if (StoredResponse.fetch(started.port, started.proof).status() < 400) {
                    return;
                }
            } catch (IOException notYet) {
                Pause.millis(50);
            }
        }
        throw new IOException(started.name + " did not start:\n" + started.process.log());
    }

    /** Ends them in the reverse order of their start. */
    @Override
    public void close() throws Exception {
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
    }
}

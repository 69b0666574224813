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

/** Everybody who is measured, started on free ports and ended by process id. */
final class Cast implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_MINUTES = 4;

    private final Options options;
    private final Path folder;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final List<Contestant> contestants = new ArrayList<>();
    private @Nullable Postgres postgres;

    private record Started(String name, String title, int port, Running running, List<Long> pids, Request proof) {}

    Cast(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    List<Contestant> contestants() {
        return contestants;
    }

    @Nullable
    Contestant named(String name) {
        return contestants.stream()
                .filter(contestant -> contestant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** @throws IOException with its log when somebody does not start */
    void start(List<Event> events) throws IOException, SQLException {
        Events.writePack(events, options.base().resolve("src/main/resources/content-pack"), folder.resolve("pack"));
        postgres = options.brief() ? null : keep(new Postgres(folder.resolve("postgresql")));
        List<Started> ours = new ArrayList<>(products("h2"));
        if (postgres != null) {
            ours.addAll(products("pg"));
        }
        for (Started started : ours) {
            await(started);
            Map<Workload, Request> requests = Product.requests(started.port);
            add(started, requests);
        }
        startPeers(ours.get(0).port);
    }

    /** What answers the same as this one, which is ready. */
    private void startPeers(int first) throws IOException, SQLException {
        Path content = folder.resolve("events.json");
        JSON.writeValue(content.toFile(), Product.everyEvent(first));
        List<Started> ordinary = new ArrayList<>(List.of(ordinary("h2", content)));
        if (postgres != null) {
            ordinary.add(ordinary("pg", content));
        }
        Map<String, Answer> ready = new TreeMap<>();
        Map<Workload, Request> asked = new TreeMap<>();
        for (Map.Entry<Workload, Request> request : Product.requests(first).entrySet()) {
            asked.put(request.getKey(), request.getKey().readyRequest());
            ready.put(request.getKey().readyRequest().target(), Answer.kept(first, request.getValue()));
        }
        if (Nginx.isInstalled()) {
            int port = Running.freePort();
            Running nginx = keep(Nginx.start(folder.resolve("nginx"), port, ready));
            await(new Started(Contestant.NGINX, "nginx", port, nginx, List.of(nginx.pid()), asked.get(Workload.LIST)));
            contestants.add(0, new Contestant(Contestant.NGINX, "nginx, files", port, List.of(nginx.pid()), asked));
        }
        contestants.add(0, bare(Contestant.BARE, ready, asked));
        for (Started started : ordinary) {
            await(started);
            add(started, Product.ordinaryRequests());
        }
    }

    /** A bare server of these answers, which is ready. */
    Contestant bare(String name, Map<String, Answer> answers, Map<Workload, Request> asked) throws IOException {
        Path file = folder.resolve(name + ".json");
        JSON.writeValue(file.toFile(), answers);
        int port = Running.freePort();
        Running running = keep(Running.java(
                Running.thisJava(),
                folder.resolve(name),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        file.toString(),
                        Integer.toString(BareServer.loopsOfQuarkus()))));
        Request proof = Request.of(answers.keySet().iterator().next());
        await(new Started(name, name, port, running, List.of(running.pid()), proof));
        return new Contestant(name, "bare Vert.x", port, List.of(running.pid()), asked);
    }

    private List<Started> products(String database) throws IOException, SQLException {
        return List.of(
                product(Contestant.CACHED, database, List.of()),
                product(Contestant.UNCACHED, database, List.of("-Dputokaz.cache.enabled=false")));
    }

    private Started product(String kind, String database, List<String> settings) throws IOException, SQLException {
        String name = kind + "-" + database;
        int port = Running.freePort();
        List<String> more = new ArrayList<>(databaseArguments(name));
        more.add("-Dputokaz.content.pack=" + folder.resolve("pack"));
        more.addAll(settings);
        List<String> arguments =
                Product.arguments(options.base().resolve("target/quarkus-app"), port, Running.freePort(), more);
        Running running = keep(Running.java(Running.thisJava(), folder.resolve(name), arguments));
        String title = "Putokaz " + kind + ", " + title(database);
        return new Started(name, title, port, running, pids(running, database), Request.of(Product.EVENTS));
    }

    private Started ordinary(String database, Path content) throws IOException, SQLException {
        String name = Contestant.ORDINARY + "-" + database;
        int port = Running.freePort();
        List<String> arguments = new ArrayList<>(List.of(
                "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port, "-Dordinary.content=" + content));
        arguments.addAll(databaseArguments(name));
        if (postgres == null || !name.endsWith("pg")) {
            arguments.add("-Dquarkus.datasource.jdbc.url=jdbc:h2:file:./data/ordinary");
        }
        Path jar = options.base().resolve("src/bench/ordinary/target/" + database + "/quarkus-run.jar");
        arguments.addAll(List.of("-jar", jar.toString()));
        Running running = keep(Running.java(Running.thisJava(), folder.resolve(name), arguments));
        String title = "ordinary Quarkus, " + title(database);
        return new Started(name, title, port, running, pids(running, database), Request.of("/events"));
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

    private List<Long> pids(Running running, String database) throws IOException {
        return postgres != null && database.equals("pg")
                ? List.of(running.pid(), postgres.pid())
                : List.of(running.pid());
    }

    private void add(Started started, Map<Workload, Request> requests) {
        contestants.add(new Contestant(started.name, started.title, started.port, started.pids, requests));
    }

    private <C extends AutoCloseable> C keep(C opened) {
        toClose.push(opened);
        return opened;
    }

    private static void await(Started started) throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (System.nanoTime() < end && started.running.isAlive()) {
            try {
                if (Answer.of(started.port, started.proof).status() < 400) {
                    return;
                }
            } catch (IOException notYet) {
                Pause.millis(50);
            }
        }
        throw new IOException(started.name + " did not start:\n" + started.running.log());
    }

    /** The last that was started ends first. */
    @Override
    public void close() throws Exception {
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
    }
}

package org.putokaz.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Client of the event stream that reads from the socket only when a test asks for the next event. */
public final class EventStreamClient implements AutoCloseable {

    private static final int READ_TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader lines;
    private final Map<String, String> headers = new TreeMap<>();

    private EventStreamClient(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
    }

    public record Event(String name, String id, String data) {}

    public static EventStreamClient open(URL server, String target, String... headers) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.connect(new java.net.InetSocketAddress(server.getHost(), server.getPort()));
        // HTTP/1.0 responses are not chunked.
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.0\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        EventStreamClient client = new EventStreamClient(socket);
        client.readHeaders();
        return client;
    }

    private void readHeaders() throws IOException {
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
    }

    public String header(String name) {
        return headers.get(name);
    }

    /** The next event with data; skips comments and events that have an id alone. */
    public Event next() throws IOException {
        String name = "message";
        String id = null;
        StringBuilder data = null;
        while (true) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("The stream has ended");
            }
            if (line.isEmpty() && data != null) {
                return new Event(name, id, data.toString());
            }
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                data = (data == null ? new StringBuilder() : data.append('\n')).append(line.substring(6));
            }
        }
    }

    public String nextComment() throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(":")) {
            line = lines.readLine();
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

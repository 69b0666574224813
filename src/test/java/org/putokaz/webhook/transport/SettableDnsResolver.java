package org.putokaz.webhook.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Name servers that a test fills in: each answer to a name is the next in the row, the last again and again. So a name can
 * be public when it is checked and something else a moment later.
 */
public class SettableDnsResolver implements DnsResolver {

    private static final Map<String, List<List<InetAddress>>> ANSWERS = new ConcurrentHashMap<>();

    private final DnsResolver others = new SystemDnsResolver();

    /** @param answers each is the addresses of one answer, separated by spaces */
    public static void mean(String name, String... answers) {
        List<List<InetAddress>> row = new ArrayList<>();
        for (String answer : answers) {
            List<InetAddress> addresses = new ArrayList<>();
            for (String address : answer.split(" ")) {
                addresses.add(address(address));
            }
            row.add(addresses);
        }
        ANSWERS.put(name, row);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException notOne) {
            throw new IllegalArgumentException(literal, notOne);
        }
    }

    @Override
    public CompletionStage<List<InetAddress>> addressesOf(String name) {
        List<List<InetAddress>> row = ANSWERS.get(name);
        if (row != null) {
            synchronized (row) {
                return CompletableFuture.completedStage(row.size() > 1 ? row.remove(0) : row.get(0));
            }
        }
        return name.endsWith(".example")
                ? CompletableFuture.failedStage(new UnknownHostException(name))
                : others.addressesOf(name);
    }

    /** Takes the machine's place in the service under test. */
    static class Producer {

        @jakarta.enterprise.inject.Produces
        @jakarta.inject.Singleton
        DnsResolver resolver() {
            return new SettableDnsResolver();
        }
    }
}

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
 * DNS resolver with addresses that a test sets. Successive lookups of a name yield the given answers in turn, the last
 * one repeatedly, so a name can be public when it is checked and internal a moment later. Names under {@code .example}
 * that were not set do not exist; all others are resolved by the operating system.
 */
public class SettableDnsResolver implements DnsResolver {

    private static final Map<String, List<List<InetAddress>>> ANSWERS = new ConcurrentHashMap<>();

    private final DnsResolver system = new SystemDnsResolver();

    /** @param answers one for each lookup: addresses separated by spaces */
    public static void setAddresses(String name, String... answers) {
        List<List<InetAddress>> lookups = new ArrayList<>();
        for (String answer : answers) {
            List<InetAddress> addresses = new ArrayList<>();
            for (String address : answer.split(" ")) {
                addresses.add(address(address));
            }
            lookups.add(addresses);
        }
        ANSWERS.put(name, lookups);
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
        List<List<InetAddress>> lookups = ANSWERS.get(name);
        if (lookups != null) {
            synchronized (lookups) {
                return CompletableFuture.completedStage(lookups.size() > 1 ? lookups.remove(0) : lookups.get(0));
            }
        }
        return name.endsWith(".example")
                ? CompletableFuture.failedStage(new UnknownHostException(name))
                : system.addressesOf(name);
    }

    /** Replaces {@link SystemDnsResolver} in the application under test. */
    static class Producer {

        @jakarta.enterprise.inject.Produces
        @jakarta.inject.Singleton
        DnsResolver resolver() {
            return new SettableDnsResolver();
        }
    }
}

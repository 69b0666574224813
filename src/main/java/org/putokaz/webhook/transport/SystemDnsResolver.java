package org.putokaz.webhook.transport;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * DNS resolver of the operating system. Its lookups block, so they run on a thread pool of their own.
 *
 * <p>Concurrent lookups of one name share one call, so a name with slow servers occupies one thread. A lookup beyond
 * {@link #MAX_CONCURRENT_LOOKUPS} fails at once.
 */
@Singleton
@DefaultBean
class SystemDnsResolver implements DnsResolver {

    private static final int MAX_CONCURRENT_LOOKUPS = 64;
    private static final int THREAD_IDLE_SECONDS = 30;

    private final Map<String, CompletableFuture<List<InetAddress>>> lookups = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            0,
            MAX_CONCURRENT_LOOKUPS,
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            SystemDnsResolver::newThread);

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "webhooks-names");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public CompletionStage<List<InetAddress>> addressesOf(String name) {
        CompletableFuture<List<InetAddress>> lookup = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> running = lookups.putIfAbsent(name, lookup);
        if (running != null) {
            return running.copy();
        }
        try {
            executor.execute(() -> lookUp(name, lookup));
        } catch (RejectedExecutionException tooMany) {
            lookups.remove(name, lookup);
            lookup.completeExceptionally(tooMany);
        }
        return lookup.copy();
    }

    private void lookUp(String name, CompletableFuture<List<InetAddress>> lookup) {
        try {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(name));
            lookups.remove(name, lookup);
            lookup.complete(addresses);
        } catch (UnknownHostException | RuntimeException failed) {
            lookups.remove(name, lookup);
            lookup.completeExceptionally(failed);
        }
    }
}

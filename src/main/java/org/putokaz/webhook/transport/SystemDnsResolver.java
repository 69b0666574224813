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
 * Asks the machine, which blocks until its name servers answer, so on threads of its own. A name is looked up once at a
 * time, however many ask for it: one whose servers are slow holds one thread and not all of them.
 */
@Singleton
@DefaultBean
class SystemDnsResolver implements DnsResolver {

    private static final int MOST_AT_ONCE = 64;
    private static final int IDLE_SECONDS = 30;

    private final Map<String, CompletableFuture<List<InetAddress>>> asked = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), SystemDnsResolver::thread);

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "webhooks-names");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public CompletionStage<List<InetAddress>> addressesOf(String name) {
        CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> running = asked.putIfAbsent(name, mine);
        if (running != null) {
            return running.copy();
        }
        try {
            threads.execute(() -> lookUp(name, mine));
        } catch (RejectedExecutionException tooMany) {
            asked.remove(name, mine);
            mine.completeExceptionally(tooMany);
        }
        return mine.copy();
    }

    private void lookUp(String name, CompletableFuture<List<InetAddress>> answer) {
        try {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(name));
            asked.remove(name, answer);
            answer.complete(addresses);
        } catch (UnknownHostException | RuntimeException unknown) {
            asked.remove(name, answer);
            answer.completeExceptionally(unknown);
        }
    }
}

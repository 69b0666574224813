package org.putokaz.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where an address leads, and refuses whatever leads inside of a network. Asked at registration and before each
 * attempt: names change their meaning.
 */
@Singleton
class Destinations {

    private static final int PATIENCE_SECONDS = 5;

    private final Resolver resolver;
    private final boolean loopback;

    @Inject
    Destinations(Resolver resolver, WebhookConfig config) {
        this.resolver = resolver;
        this.loopback = config.loopback();
    }

    /** Fails with {@link Fault.Happened}. All addresses of a name must be public, not only the one that is taken. */
    CompletionStage<Destination> find(WebhookUrl url) {
        InetAddress literal = url.literal();
        CompletionStage<List<InetAddress>> found = literal == null
                ? resolver.addressesOf(url.host()).toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                : CompletableFuture.completedStage(List.of(literal));
        return found.handle((addresses, failure) -> choose(url, addresses, failure));
    }

    private Destination choose(WebhookUrl url, @Nullable List<InetAddress> addresses, @Nullable Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw new Fault.Happened(Fault.TIMED_OUT);
        }
        if (addresses == null || addresses.isEmpty()) {
            throw new Fault.Happened(Fault.NAME_NOT_RESOLVED);
        }
        if (!addresses.stream().allMatch(address -> mayGoTo(address, url))) {
            throw new Fault.Happened(Fault.ADDRESS_NOT_PUBLIC);
        }
        return new Destination(url, addresses.get(0));
    }

    private boolean mayGoTo(InetAddress address, WebhookUrl url) {
        return loopback && address.isLoopbackAddress() || url.secure() && PublicAddresses.contain(address);
    }
}

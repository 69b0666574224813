package org.putokaz.webhook.transport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.putokaz.webhook.WebhookConfig;

/**
 * Finds out where an address leads, and refuses whatever leads inside of a network. Asked at registration and before each
 * attempt: names change their meaning.
 */
@Singleton
public class DestinationResolver {

    private static final int PATIENCE_SECONDS = 5;

    private final DnsResolver resolver;
    private final boolean loopback;

    @Inject
    DestinationResolver(DnsResolver resolver, WebhookConfig config) {
        this.resolver = resolver;
        this.loopback = config.loopback();
    }

    /** Fails with {@link DeliveryFailure.Happened}. All addresses of a name must be public, not only the one that is taken. */
    public CompletionStage<ResolvedDestination> find(WebhookUrl url) {
        InetAddress literal = url.literal();
        CompletionStage<List<InetAddress>> found = literal == null
                ? resolver.addressesOf(url.host()).toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                : CompletableFuture.completedStage(List.of(literal));
        return found.handle((addresses, failure) -> choose(url, addresses, failure));
    }

    private ResolvedDestination choose(
            WebhookUrl url, @Nullable List<InetAddress> addresses, @Nullable Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw new DeliveryFailure.Happened(DeliveryFailure.TIMED_OUT);
        }
        if (addresses == null || addresses.isEmpty()) {
            throw new DeliveryFailure.Happened(DeliveryFailure.NAME_NOT_RESOLVED);
        }
        if (!addresses.stream().allMatch(address -> mayGoTo(address, url))) {
            throw new DeliveryFailure.Happened(DeliveryFailure.ADDRESS_NOT_PUBLIC);
        }
        return new ResolvedDestination(url, addresses.get(0));
    }

    private boolean mayGoTo(InetAddress address, WebhookUrl url) {
        return loopback && address.isLoopbackAddress() || url.secure() && PublicAddressPolicy.contain(address);
    }
}

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
 * Resolver of the host of a URL to an address that requests may be sent to. Used at registration and before each
 * attempt, because a name may resolve to other addresses later.
 */
@Singleton
public class DestinationResolver {

    private static final int DNS_TIMEOUT_SECONDS = 5;

    private final DnsResolver dns;
    private final boolean allowLoopback;

    @Inject
    DestinationResolver(DnsResolver dns, WebhookConfig config) {
        this.dns = dns;
        this.allowLoopback = config.loopback();
    }

    /**
     * All addresses of the host must be allowed, not only the one that is used. The stage fails with
     * {@link DeliveryFailedException} otherwise.
     */
    public CompletionStage<ResolvedDestination> resolve(WebhookUrl url) {
        InetAddress literal = url.ipLiteral();
        CompletionStage<List<InetAddress>> addresses = literal == null
                ? dns.addressesOf(url.host()).toCompletableFuture().orTimeout(DNS_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                : CompletableFuture.completedStage(List.of(literal));
        return addresses.handle((found, failure) -> choose(url, found, failure));
    }

    private ResolvedDestination choose(
            WebhookUrl url, @Nullable List<InetAddress> addresses, @Nullable Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw new DeliveryFailedException(DeliveryFailure.TIMED_OUT);
        }
        if (addresses == null || addresses.isEmpty()) {
            throw new DeliveryFailedException(DeliveryFailure.NAME_NOT_RESOLVED);
        }
        if (!addresses.stream().allMatch(address -> isAllowed(address, url))) {
            throw new DeliveryFailedException(DeliveryFailure.ADDRESS_NOT_PUBLIC);
        }
        return new ResolvedDestination(url, addresses.get(0));
    }

    private boolean isAllowed(InetAddress address, WebhookUrl url) {
        return allowLoopback && address.isLoopbackAddress() || url.secure() && PublicAddressPolicy.isPublic(address);
    }
}

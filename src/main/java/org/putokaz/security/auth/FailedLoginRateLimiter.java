package org.putokaz.security.auth;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.putokaz.common.Sha256;
import org.putokaz.security.SecurityConfig;

/**
 * Counts failed attempts by where they came from. The address is that of the connection; a forwarded header counts only
 * when the operator has told Quarkus to believe it. What is kept is a digest under a key that dies with the process.
 */
@Singleton
class FailedLoginRateLimiter {

    private static final int MOST_ADDRESSES = 10_000;
    /** Who has one IPv6 address has 2^64. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final FailedAttemptCounter attempts;
    private final Clock clock;
    private final byte[] key = new byte[16];

    @Inject
    FailedLoginRateLimiter(SecurityConfig config, Clock clock) {
        this.attempts = new FailedAttemptCounter(config.failuresPerMinute(), MOST_ADDRESSES);
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** One more failed there. Empty while there may be more; otherwise how long to wait. */
    Optional<Duration> failedFrom(HttpServerRequest request) {
        return attempts.failed(place(request.remoteAddress().hostAddress()), clock.instant());
    }

    private long place(String address) {
        byte[] network = network(address);
        byte[] keyed = Arrays.copyOf(key, key.length + network.length);
        System.arraycopy(network, 0, keyed, key.length, network.length);
        return ByteBuffer.wrap(Sha256.digest(keyed)).getLong();
    }

    private static byte[] network(String address) {
        try {
            // A literal: no name is looked up.
            InetAddress literal = InetAddress.getByName(address);
            byte[] bytes = literal.getAddress();
            return literal instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
        } catch (UnknownHostException notAnAddress) {
            return new byte[0];
        }
    }
}

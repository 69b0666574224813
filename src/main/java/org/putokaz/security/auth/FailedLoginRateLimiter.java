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
 * Limit of failed authentications per client address and minute. The address is that of the connection; a forwarded
 * header counts only where Quarkus is configured to trust it. Addresses are kept as digests under a random key of the
 * process.
 */
@Singleton
class FailedLoginRateLimiter {

    private static final int MAX_ADDRESSES = 10_000;

    /** An IPv6 client usually controls a whole /64 network. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final FailedAttemptCounter attempts;
    private final Clock clock;
    private final byte[] key = new byte[16];

    @Inject
    FailedLoginRateLimiter(SecurityConfig config, Clock clock) {
        this.attempts = new FailedAttemptCounter(config.failuresPerMinute(), MAX_ADDRESSES);
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** Registers a failure of that client. Empty within the limit; otherwise how long to wait, at least a second. */
    Optional<Duration> registerFailure(HttpServerRequest request) {
        return attempts.register(addressKey(request.remoteAddress().hostAddress()), clock.instant());
    }

    private long addressKey(String address) {
        byte[] network = networkPrefix(address);
        byte[] keyed = Arrays.copyOf(key, key.length + network.length);
        System.arraycopy(network, 0, keyed, key.length, network.length);
        return ByteBuffer.wrap(Sha256.digest(keyed)).getLong();
    }

    private static byte[] networkPrefix(String address) {
        try {
            // An address literal, so there is no DNS lookup.
            InetAddress literal = InetAddress.getByName(address);
            byte[] bytes = literal.getAddress();
            return literal instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
        } catch (UnknownHostException notAnAddress) {
            return new byte[0];
        }
    }
}

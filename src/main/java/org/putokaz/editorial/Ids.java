package org.putokaz.editorial;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes ids: UUIDs of version 7 (RFC 9562, section 5.7), which sort by when they were made. */
final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static UUID at(Instant now) {
        long random = RANDOM.nextLong();
        return new UUID(
                now.toEpochMilli() << 16 | 0x7000 | random & 0x0FFF, 0x8000000000000000L | RANDOM.nextLong() >>> 2);
    }
}

package org.putokaz.common;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Generator of UUIDs of version 7 (RFC 9562, section 5.7): an id of a later millisecond is greater. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000000000000000L;

    private UuidV7() {}

    public static UUID generate(Instant now) {
        long high = now.toEpochMilli() << 16 | VERSION | RANDOM.nextLong() & 0x0FFF;
        return new UUID(high, VARIANT | RANDOM.nextLong() >>> 2);
    }
}

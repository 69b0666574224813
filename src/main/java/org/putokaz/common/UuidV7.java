package org.putokaz.common;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes ids: UUIDv7 (RFC 9562, section 5.7), so that what is made later has a greater id, to the millisecond. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000000000000000L;

    private UuidV7() {}

    public static UUID fresh(Instant now) {
        long high = now.toEpochMilli() << 16 | VERSION | RANDOM.nextLong() & 0x0FFF;
        return new UUID(high, VARIANT | RANDOM.nextLong() >>> 2);
    }
}

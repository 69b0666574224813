package org.putokaz.sync.feed;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.putokaz.common.Sha256;

/**
 * Position of a partner in the change feed, opaque to the partner and valid across restarts, releases and nodes.
 *
 * <p>It holds no secret, and a forged one gains nothing. So it is not authenticated, but has a checksum against copying
 * errors. The encoded form is base64url of: format version (1 byte), feed id (16), position (8), completeUpTo (8), asOf
 * in milliseconds since 1970 (8), family names in ascending order separated by commas, and the first 6 bytes of the
 * SHA-256 of all that.
 *
 * @param feed the id of the feed, which changes when the database is restored from a backup
 * @param position up to which the partner has read
 * @param completeUpTo the position of the feed when the partner last had every change. Importance is computed from
 *     there: while the partner reads page by page, a minor change can overtake a major one that it has not read yet
 * @param asOf when the feed reached the position; tells positions apart that were used again after a restore
 * @param families that the partner follows; empty for all
 */
public record FeedToken(UUID feed, long position, long completeUpTo, Instant asOf, Set<String> families) {

    private static final byte FORMAT_VERSION = 1;
    private static final int CHECKSUM_BYTES = 6;
    private static final int MAX_LENGTH = 600;

    public FeedToken {
        families = Set.copyOf(families);
    }

    /** The token of a partner that has every change up to the position. */
    public static FeedToken upToDate(UUID feed, long position, Instant asOf, Set<String> families) {
        return new FeedToken(feed, position, position, asOf, families);
    }

    public String encode() {
        byte[] names = String.join(",", new TreeSet<>(families)).getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = ByteBuffer.allocate(1 + 5 * Long.BYTES + names.length)
                .put(FORMAT_VERSION)
                .putLong(feed.getMostSignificantBits())
                .putLong(feed.getLeastSignificantBits())
                .putLong(position)
                .putLong(completeUpTo)
                .putLong(asOf.toEpochMilli())
                .put(names);
        byte[] whole = Arrays.copyOf(body.array(), body.capacity() + CHECKSUM_BYTES);
        System.arraycopy(checksum(body.array()), 0, whole, body.capacity(), CHECKSUM_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty unless the text is the result of {@link #encode}. */
    public static Optional<FeedToken> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            byte[] body = Arrays.copyOf(whole, Math.max(0, whole.length - CHECKSUM_BYTES));
            byte[] checksum = Arrays.copyOfRange(whole, body.length, whole.length);
            if (!Arrays.equals(checksum, checksum(body))) {
                return Optional.empty();
            }
            // The decoder ignores stray bits at the end, but a token has one spelling only.
            return Optional.of(decode(ByteBuffer.wrap(body)))
                    .filter(token -> token.encode().equals(text));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    private static FeedToken decode(ByteBuffer body) {
        if (body.get() != FORMAT_VERSION) {
            throw new IllegalArgumentException("Unknown format version");
        }
        UUID feed = new UUID(body.getLong(), body.getLong());
        long position = body.getLong();
        long completeUpTo = body.getLong();
        Instant asOf = Instant.ofEpochMilli(body.getLong());
        String names = StandardCharsets.UTF_8.decode(body).toString();
        return new FeedToken(feed, position, completeUpTo, asOf, names.isEmpty() ? Set.of() : Set.of(names.split(",")));
    }

    private static byte[] checksum(byte[] body) {
        return Arrays.copyOf(Sha256.digest(body), CHECKSUM_BYTES);
    }
}

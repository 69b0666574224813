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
 * A place in the feed, as partners keep it. Opaque to them; no secret is in it, and nothing is gained by making one up, so
 * it is not sealed but only guarded against slips of whoever copies it. Good for ever: across restarts, upgrades and nodes.
 *
 * @param feed the identity of the feed
 * @param position up to which the holder has read
 * @param complete where the feed stood when the holder last had everything; from there on is reckoned what is major, for a
 *     change that he has not read may have been overtaken by a minor one while he was reading on
 * @param at when the store came to that position, by which a feed that took another turn after a restoration is told
 * @param families that the holder follows; empty for all
 */
public record FeedToken(UUID feed, long position, long complete, Instant at, Set<String> families) {

    private static final byte FORM = 1;
    private static final int CHECK_BYTES = 6;
    private static final int LONGEST = 600;

    public FeedToken {
        families = Set.copyOf(families);
    }

    /** Of somebody who has everything up to there. */
    public static FeedToken complete(UUID feed, long position, Instant at, Set<String> families) {
        return new FeedToken(feed, position, position, at, families);
    }

    /** In base64url: the form, the feed, the two positions, the moment, the families, and a check sum. */
    public String write() {
        byte[] names = String.join(",", new TreeSet<>(families)).getBytes(StandardCharsets.UTF_8);
        ByteBuffer body = ByteBuffer.allocate(1 + 5 * Long.BYTES + names.length)
                .put(FORM)
                .putLong(feed.getMostSignificantBits())
                .putLong(feed.getLeastSignificantBits())
                .putLong(position)
                .putLong(complete)
                .putLong(at.toEpochMilli())
                .put(names);
        byte[] whole = Arrays.copyOf(body.array(), body.capacity() + CHECK_BYTES);
        System.arraycopy(check(body.array()), 0, whole, body.capacity(), CHECK_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty for whatever {@link #write} did not write. */
    public static Optional<FeedToken> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            byte[] body = Arrays.copyOf(whole, Math.max(0, whole.length - CHECK_BYTES));
            byte[] check = Arrays.copyOfRange(whole, body.length, whole.length);
            if (!Arrays.equals(check, check(body))) {
                return Optional.empty();
            }
            // A decoder forgives stray bits at the end; one token has one spelling.
            return Optional.of(read(ByteBuffer.wrap(body)))
                    .filter(token -> token.write().equals(text));
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    private static FeedToken read(ByteBuffer body) {
        if (body.get() != FORM) {
            throw new IllegalArgumentException("Another form of token");
        }
        UUID feed = new UUID(body.getLong(), body.getLong());
        long position = body.getLong();
        long complete = body.getLong();
        Instant at = Instant.ofEpochMilli(body.getLong());
        String names = StandardCharsets.UTF_8.decode(body).toString();
        return new FeedToken(feed, position, complete, at, names.isEmpty() ? Set.of() : Set.of(names.split(",")));
    }

    private static byte[] check(byte[] body) {
        return Arrays.copyOf(Sha256.digest(body), CHECK_BYTES);
    }
}

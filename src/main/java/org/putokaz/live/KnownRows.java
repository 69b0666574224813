package org.putokaz.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.consistency.VersionedQueries;

/**
 * What the database said while the feed stood where it stands (docs/decisions/0031): asked the same, it would say the
 * same again. Only what is known to have been read from one state comes in. Bounded by what it weighs; what is too much
 * makes it begin anew, and so does whatever is published.
 */
@ApplicationScoped
public class KnownRows {

    private static final long MOST_BYTES = 32L << 20;
    private static final int PART_OF_THE_HEAP = 32;
    private static final int BYTES_A_QUESTION = 1000;
    private static final int BYTES_A_VALUE = 100;
    /** Also of a list by name, whose rows have a key of some hundred bytes. */
    private static final int BYTES_A_ROW = 400;

    private final boolean remembering;
    private final long most;
    private volatile Shelf shelf = new Shelf("");

    @Inject
    KnownRows(StoreConfig config) {
        this.remembering = config.remember();
        this.most = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP);
    }

    /**
     * What was asked.
     *
     * @param made what was made of each row: two questions in the same words may be after different things
     */
    public record Question(Class<?> made, String columns, String from, List<Object> values) {

        /** Null when it cannot be compared with another. */
        static @Nullable public Question of(VersionedQueries.Row<?> made, String columns, String from, List<?> values) {
            List<Object> compared = new ArrayList<>(values.size());
            for (Object value : values) {
                Object comparable = comparable(value);
                if (comparable == null) {
                    return null;
                }
                compared.add(comparable);
            }
            return new Question(made.getClass(), columns, from, compared);
        }

        private static @Nullable Object comparable(Object value) {
            if (value instanceof Object[] several) {
                return List.of(several);
            }
            if (value instanceof byte[] bytes) {
                return ByteBuffer.wrap(bytes.clone());
            }
            return value.getClass().isArray() ? null : value;
        }

        private long bytes() {
            long all = BYTES_A_QUESTION + 2L * from.length();
            for (Object value : values) {
                all += BYTES_A_VALUE;
                if (value instanceof List<?> several) {
                    all += (long) BYTES_A_VALUE * several.size();
                } else if (value instanceof String text) {
                    all += 2L * text.length();
                }
            }
            return all;
        }
    }

    /** What was said while the feed stood at one place. */
    private static final class Shelf {

        private final String mark;
        private final ConcurrentMap<Question, List<?>> rows = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        Shelf(String mark) {
            this.mark = mark;
        }
    }

    /** What the answer was while the feed stood there; null when it is not remembered. */
    @Nullable
    public List<?> recall(String mark, Question question) {
        Shelf now = shelf;
        return now.mark.equals(mark) ? now.rows.get(question) : null;
    }

    /** @param told what is known to have been read while the feed stood there; nobody changes it any more */
    public void keep(String mark, Map<Question, List<?>> told) {
        if (!remembering || told.isEmpty()) {
            return;
        }
        Shelf now = shelf;
        if (!now.mark.equals(mark) || now.bytes.get() > most) {
            // Two may do so at once, or one who was slow and stands at an older place: it is asked for again.
            now = new Shelf(mark);
            shelf = now;
        }
        for (Map.Entry<Question, List<?>> one : told.entrySet()) {
            List<?> rows = Collections.unmodifiableList(one.getValue());
            if (now.rows.putIfAbsent(one.getKey(), rows) == null) {
                now.bytes.addAndGet(one.getKey().bytes() + (long) BYTES_A_ROW * rows.size());
            }
        }
    }

    /** As if nobody had asked anything. */
    public void forget() {
        shelf = new Shelf("");
    }
}

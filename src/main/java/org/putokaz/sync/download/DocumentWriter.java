package org.putokaz.sync.download;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a whole document, at one position of the feed and in constant memory. */
public interface DocumentWriter {

    /**
     * What was written.
     *
     * @param since when it would have read differently; null when it always reads so at this position
     * @param until when it will read differently without anything being published; null when it will not
     */
    record Written(
            UUID feed,
            long position,
            Instant changedAt,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /** Where the feed stands. */
    record Place(UUID feed, long position) {}

    /** Where it is read, with its query. */
    String path();

    Written write(OutputStream out) throws IOException;

    /** How it is signed: the whole, where it is small, or what was written and its digest. */
    String sign(DocumentEdition edition) throws IOException;
}

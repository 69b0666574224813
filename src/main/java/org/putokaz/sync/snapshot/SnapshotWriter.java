package org.putokaz.sync.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.putokaz.common.Sha256;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedFilter;
import org.putokaz.live.feed.FeedSlice;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.LongSnapshotRead;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.download.DocumentMetadata;
import org.putokaz.sync.feed.ChangeViewMapper;
import org.putokaz.sync.feed.FeedToken;

/**
 * Writer of snapshots: a header, one line for each published entry in the order of their last changes, and a trailer.
 * It reads from one snapshot of the database, in batches, so that memory is constant.
 */
@ApplicationScoped
class SnapshotWriter {

    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final int BATCH_SIZE = 1000;

    private final LongSnapshotRead snapshotRead;
    private final ChangeFeed feed;
    private final LiveEntryRepository entries;
    private final ChangeViewMapper views;
    private final ContentFamilyRegistry families;
    private final SyncConfig config;
    private final ObjectMapper json;

    @Inject
    SnapshotWriter(
            LongSnapshotRead snapshotRead,
            ChangeFeed feed,
            LiveEntryRepository entries,
            ChangeViewMapper views,
            ContentFamilyRegistry families,
            SyncConfig config,
            ObjectMapper json) {
        this.snapshotRead = snapshotRead;
        this.feed = feed;
        this.entries = entries;
        this.views = views;
        this.families = families;
        this.config = config;
        this.json = json;
    }

    /** @param selected names of families; empty for all */
    DocumentMetadata write(Set<String> selected, OutputStream out) throws IOException {
        return snapshotRead.run(TIMEOUT, () -> writeSnapshot(selected, out));
    }

    private DocumentMetadata writeSnapshot(Set<String> selected, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        OutputStream digested = new DigestOutputStream(out, digest);
        FeedState state = feed.currentState();
        long count = entries.countLive(selected);
        writeLine(new SnapshotLines.HeaderLine(header(state, selected, count)), digested);
        long written = writeEntries(selected, digested);
        if (written != count) {
            throw new IllegalStateException("Expected " + count + " entries in the snapshot, wrote " + written);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        writeLine(new SnapshotLines.TrailerLine(new SnapshotLines.Trailer(count, sha256)), out);
        return new DocumentMetadata(state.id(), state.position(), state.changedAt(), null, null);
    }

    private SnapshotLines.Header header(FeedState state, Set<String> selected, long count) {
        String next = FeedToken.upToDate(state.id(), state.position(), state.changedAt(), selected)
                .encode();
        Collection<String> names = selected.isEmpty()
                ? families.all().stream().map(ContentFamily::name).toList()
                : new TreeSet<>(selected);
        return new SnapshotLines.Header(
                state.position(),
                state.id(),
                next,
                count,
                names,
                state.changedAt(),
                config.licence().orElse(null));
    }

    private long writeEntries(Set<String> selected, OutputStream out) throws IOException {
        FeedFilter filter = new FeedFilter(selected);
        FeedSlice slice = feed.readAfter(0, filter, BATCH_SIZE);
        long written = writeEntries(slice, out);
        while (slice.more()) {
            slice = feed.readAfter(slice.end(), filter, BATCH_SIZE);
            written += writeEntries(slice, out);
        }
        return written;
    }

    private long writeEntries(FeedSlice slice, OutputStream out) throws IOException {
        long written = 0;
        for (LiveEntry entry : slice.entries()) {
            if (entry.live()) {
                writeLine(SnapshotLines.EntryLine.of(entry, views.content(entry)), out);
                written++;
            }
        }
        return written;
    }

    private void writeLine(Record line, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
    }
}

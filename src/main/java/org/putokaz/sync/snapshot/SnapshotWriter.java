package org.putokaz.sync.snapshot;

import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.live.feed.FeedFilter;
import org.putokaz.live.feed.FeedSlice;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.LongSnapshotRead;
import org.putokaz.signing.JwsSigner;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.download.DocumentEdition;
import org.putokaz.sync.download.DocumentFileWriter;
import org.putokaz.sync.download.DocumentWriter;
import org.putokaz.sync.feed.ChangeViewMapper;
import org.putokaz.sync.feed.FeedToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes snapshots: everything that is live, of one moment, a line an entry, in the order of their last changes. */
@ApplicationScoped
class SnapshotWriter {

    static final String PATH = "/api/v1/snapshot";

    private static final Duration MOST = Duration.ofMinutes(30);
    private static final int BATCH = 1000;

    private final LongSnapshotRead look;
    private final ChangeFeed feed;
    private final LiveEntryRepository entries;
    private final ChangeViewMapper views;
    private final ContentFamilyRegistry families;
    private final JwsSigner signer;
    private final SyncConfig config;
    private final ObjectMapper json;

    @Inject
    SnapshotWriter(
            LongSnapshotRead look,
            ChangeFeed feed,
            LiveEntryRepository entries,
            ChangeViewMapper views,
            ContentFamilyRegistry families,
            JwsSigner signer,
            SyncConfig config,
            ObjectMapper json) {
        this.look = look;
        this.feed = feed;
        this.entries = entries;
        this.views = views;
        this.families = families;
        this.signer = signer;
        this.config = config;
        this.json = json;
    }

    /** @param wanted empty for all families */
    DocumentWriter of(Set<String> wanted) {
        Collection<String> sorted = new TreeSet<>(wanted);
        String query = sorted.stream().map(name -> "family=" + name).collect(Collectors.joining("&"));
        return new Snapshot(query.isEmpty() ? PATH : PATH + "?" + query, Set.copyOf(wanted));
    }

    private final class Snapshot implements DocumentWriter {

        private final String path;
        private final Set<String> wanted;

        Snapshot(String path, Set<String> wanted) {
            this.path = path;
            this.wanted = wanted;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public Written write(OutputStream out) throws IOException {
            return look.run(MOST, () -> writeAll(out));
        }

        private Written writeAll(OutputStream out) throws IOException {
            MessageDigest digest = DocumentFileWriter.sha256();
            OutputStream digested = new DigestOutputStream(out, digest);
            FeedState now = feed.currentState();
            long count = entries.countLive(wanted);
            line(new SnapshotLines.First(header(now, count)), digested);
            long written = entries(digested);
            if (written != count) {
                throw new IllegalStateException("A look at one moment saw two");
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            line(new SnapshotLines.Last(new SnapshotLines.Trailer(count, sha256)), out);
            return new Written(now.id(), now.position(), now.changedAt(), null, null);
        }

        private SnapshotLines.Header header(FeedState now, long count) {
            String next = FeedToken.complete(now.id(), now.position(), now.changedAt(), wanted)
                    .write();
            Collection<String> names = wanted.isEmpty()
                    ? families.all().stream().map(ContentFamily::name).toList()
                    : new TreeSet<>(wanted);
            return new SnapshotLines.Header(
                    now.position(),
                    now.id(),
                    next,
                    count,
                    names,
                    now.changedAt(),
                    config.licence().orElse(null));
        }

        private long entries(OutputStream out) throws IOException {
            FeedFilter filter = new FeedFilter(wanted);
            FeedSlice stretch = feed.readAfter(0, filter, BATCH);
            long written = lines(stretch, out);
            while (stretch.more()) {
                stretch = feed.readAfter(stretch.end(), filter, BATCH);
                written += lines(stretch, out);
            }
            return written;
        }

        private long lines(FeedSlice stretch, OutputStream out) throws IOException {
            long written = 0;
            for (LiveEntry entry : stretch.entries()) {
                if (entry.live()) {
                    line(SnapshotLines.Entry.of(entry, views.content(entry)), out);
                    written++;
                }
            }
            return written;
        }

        private void line(Record line, OutputStream out) throws IOException {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        }

        /** Not the bytes themselves: signing takes all of them into memory. What says which they are is small. */
        @Override
        public String sign(DocumentEdition edition) {
            return signer.sign(
                    SnapshotStatement.TYPE,
                    SnapshotStatement.of(edition).json(json).getBytes(StandardCharsets.UTF_8));
        }
    }
}

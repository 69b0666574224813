package org.putokaz.sync.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.putokaz.http.request.RequestContext;
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
import org.putokaz.sync.feed.FeedToken;

/**
 * Writer of bundles: every entry that the lists show, in one language, as one JSON document. It reads from one snapshot
 * of the database, in batches, so that memory is constant.
 */
@ApplicationScoped
class BundleWriter {

    /** A bundle is signed as a whole, for which it is read into memory, here and by clients. */
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int BATCH_SIZE = 200;

    private final LongSnapshotRead snapshotRead;
    private final ChangeFeed feed;
    private final LiveEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final SyncConfig config;
    private final ObjectMapper json;

    @Inject
    BundleWriter(
            LongSnapshotRead snapshotRead,
            ChangeFeed feed,
            LiveEntryRepository entries,
            ContentFamilyRegistry families,
            SyncConfig config,
            ObjectMapper json) {
        this.snapshotRead = snapshotRead;
        this.feed = feed;
        this.entries = entries;
        this.families = families;
        this.config = config;
        this.json = json;
    }

    /**
     * Writes a bundle.
     *
     * @param contexts creates the context of the language as of now
     * @throws org.putokaz.problem.ProblemException 409 when the bundle is larger than 16 MiB
     */
    DocumentMetadata write(Supplier<RequestContext> contexts, OutputStream out) throws IOException {
        return snapshotRead.run(TIMEOUT, () -> writeBundle(contexts, new SizeLimitedOutputStream(out, MAX_BYTES)));
    }

    private DocumentMetadata writeBundle(Supplier<RequestContext> contexts, OutputStream out) throws IOException {
        FeedState state = feed.currentState();
        RequestContext context = contexts.get();
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            writeHeader(state, context, generator);
            for (ContentFamily<?> family : families.all()) {
                generator.writeArrayFieldStart(family.name());
                writeEntries(family, context, generator);
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
        return new DocumentMetadata(
                state.id(),
                state.position(),
                state.changedAt(),
                context.validity().lastChange(),
                context.validity().nextChange());
    }

    private void writeHeader(FeedState state, RequestContext context, JsonGenerator generator) throws IOException {
        generator.writeStringField("language", context.language().tag());
        generator.writeNumberField("position", state.position());
        String next = FeedToken.upToDate(state.id(), state.position(), state.changedAt(), Set.of())
                .encode();
        generator.writeStringField("next", next);
        generator.writePOJOField("changedAt", state.changedAt());
        generator.writeStringField("licence", config.licence().orElse(null));
    }

    private void writeEntries(ContentFamily<?> family, RequestContext context, JsonGenerator generator)
            throws IOException {
        FeedFilter filter = new FeedFilter(Set.of(family.name()));
        long position = 0;
        boolean more = true;
        while (more) {
            FeedSlice slice = feed.readAfter(position, filter, BATCH_SIZE);
            List<LiveEntry> listed = slice.entries().stream()
                    .filter(entry -> entry.live() && isListed(family, entry, context))
                    .toList();
            for (Record view : family.views(listed, context)) {
                generator.writePOJO(view);
            }
            position = slice.end();
            more = slice.more();
        }
    }

    private <C extends Record> boolean isListed(ContentFamily<C> family, LiveEntry entry, RequestContext context) {
        return family.isListed(entries.content(entry, family.contentType()), context);
    }
}

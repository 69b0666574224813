package org.putokaz.sync.bundle;

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
import org.putokaz.locale.Language;
import org.putokaz.signing.JwsSigner;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.download.DocumentEdition;
import org.putokaz.sync.download.DocumentWriter;
import org.putokaz.sync.download.SizeLimitedOutputStream;
import org.putokaz.sync.feed.FeedToken;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes bundles: everything that the lists show, in one language, as one JSON document. */
@ApplicationScoped
class BundleWriter {

    static final String PATH = "/api/v1/bundle";

    /** It is signed as a whole, for which the JDK takes it into memory; and whoever reads it does so too. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private static final Duration MOST = Duration.ofMinutes(5);
    private static final int BATCH = 200;

    private final LongSnapshotRead look;
    private final ChangeFeed feed;
    private final LiveEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final JwsSigner signer;
    private final SyncConfig config;
    private final ObjectMapper json;

    @Inject
    BundleWriter(
            LongSnapshotRead look,
            ChangeFeed feed,
            LiveEntryRepository entries,
            ContentFamilyRegistry families,
            JwsSigner signer,
            SyncConfig config,
            ObjectMapper json) {
        this.look = look;
        this.feed = feed;
        this.entries = entries;
        this.families = families;
        this.signer = signer;
        this.config = config;
        this.json = json;
    }

    /** @param readers makes a reader of a language, as of now */
    DocumentWriter of(Language language, Function<Language, RequestContext> readers) {
        return new Bundle(language, readers);
    }

    private final class Bundle implements DocumentWriter {

        private final Language language;
        private final Function<Language, RequestContext> readers;

        Bundle(Language language, Function<Language, RequestContext> readers) {
            this.language = language;
            this.readers = readers;
        }

        @Override
        public String path() {
            return PATH + "?lang=" + language.tag();
        }

        @Override
        public Written write(OutputStream out) throws IOException {
            return look.run(MOST, () -> writeAll(new SizeLimitedOutputStream(out, MOST_BYTES)));
        }

        private Written writeAll(OutputStream out) throws IOException {
            FeedState now = feed.currentState();
            RequestContext reader = readers.apply(language);
            try (JsonGenerator generator = json.createGenerator(out)) {
                generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                generator.writeStartObject();
                writeHead(now, generator);
                for (ContentFamily<?> family : families.all()) {
                    generator.writeArrayFieldStart(family.name());
                    write(family, reader, generator);
                    generator.writeEndArray();
                }
                generator.writeEndObject();
            }
            return new Written(now.id(), now.position(), now.changedAt(), reader.validity().lastChange(), reader.validity().nextChange());
        }

        private void writeHead(FeedState now, JsonGenerator generator) throws IOException {
            generator.writeStringField("language", language.tag());
            generator.writeNumberField("position", now.position());
            String next = FeedToken.complete(now.id(), now.position(), now.changedAt(), Set.of())
                    .write();
            generator.writeStringField("next", next);
            generator.writePOJOField("changedAt", now.changedAt());
            generator.writeStringField("licence", config.licence().orElse(null));
        }

        private void write(ContentFamily<?> family, RequestContext reader, JsonGenerator generator) throws IOException {
            FeedFilter filter = new FeedFilter(Set.of(family.name()));
            long position = 0;
            boolean more = true;
            while (more) {
                FeedSlice stretch = feed.readAfter(position, filter, BATCH);
                List<LiveEntry> listed = stretch.entries().stream()
                        .filter(entry -> entry.live() && isListed(family, entry, reader))
                        .toList();
                for (Record view : family.views(listed, reader)) {
                    generator.writePOJO(view);
                }
                position = stretch.end();
                more = stretch.more();
            }
        }

        private <C extends Record> boolean isListed(ContentFamily<C> family, LiveEntry entry, RequestContext reader) {
            return family.isListed(entries.content(entry, family.contentType()), reader);
        }

        @Override
        public String sign(DocumentEdition edition) throws IOException {
            return signer.signDetached(Files.readAllBytes(edition.plain().file()));
        }
    }
}

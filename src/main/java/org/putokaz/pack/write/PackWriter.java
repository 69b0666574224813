package org.putokaz.pack.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.putokaz.live.ContentJson;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.family.DerivedLanguageRemover;
import org.putokaz.live.transfer.StoreExporter;
import org.putokaz.live.write.TransferredEntry;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.pack.read.EntryEnvelope;
import org.putokaz.pack.read.PackReader;
import org.putokaz.pack.yaml.YamlWriter;

/**
 * Exporter of the published state as a content pack of format 2, from which an empty server gives the same public
 * responses (decision 14). The same state always gives the same bytes. Drafts and editors are not part of it.
 */
@ApplicationScoped
public class PackWriter {

    private static final String MANIFEST = "format: " + EntryEnvelope.HISTORY_FORMAT + "\n";
    /** A zip entry needs a time; a fixed one keeps the bytes of equal states equal. */
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final StoreExporter exporter;
    private final AuthoredContent authoredContent;

    @Inject
    PackWriter(StoreExporter exporter, LanguagePolicy languages) {
        this.exporter = exporter;
        this.authoredContent = new AuthoredContent(languages);
    }

    /**
     * Writes the pack as a zip, file by file, from one snapshot of the store. Not to be called in a transaction. The
     * stream stays open.
     *
     * @throws UncheckedIOException when the stream cannot be written
     */
    public void writeZip(OutputStream out) {
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            writeFiles((path, text) -> add(zip, path, text));
            zip.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void add(ZipOutputStream zip, String path, String text) {
        try {
            ZipEntry zipEntry = new ZipEntry(path);
            zipEntry.setTimeLocal(FIXED_TIME);
            zip.putNextEntry(zipEntry);
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Passes the path and the text of every file to the receiver. */
    public void writeFiles(BiConsumer<String, String> receiver) {
        receiver.accept(PackReader.MANIFEST, MANIFEST);
        exporter.forEachEntry(entry -> receiver.accept(path(entry), toYaml(entry)));
    }

    private static String path(TransferredEntry entry) {
        return entry.family().name() + "/" + entry.slug() + ".yaml";
    }

    String toYaml(TransferredEntry entry) {
        EntryHistory history = entry.history();
        JsonNode content = entry.content();
        EntryEnvelope envelope = new EntryEnvelope(
                entry.id(),
                entry.slug(),
                history.formerSlugs(),
                entry.importance() == Importance.MAJOR ? null : entry.importance(),
                new DerivedLanguageRemover().plain(entry.note()),
                history.published(),
                history.withdrawn(),
                history.outdated(),
                history.parts(),
                content == null ? null : authoredContent.from(content, entry.family()));
        return YamlWriter.write((ObjectNode) authoredContent.sortLanguages(ContentJson.tree(envelope)));
    }
}

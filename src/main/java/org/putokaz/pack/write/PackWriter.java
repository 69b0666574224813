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
 * Writes the published state as a content pack of format 2, which an empty server loads to give the same public answers.
 * The same state is always the same bytes. Of drafts, editors and their notes nothing is known here.
 */
@ApplicationScoped
public class PackWriter {

    private static final String MANIFEST = "format: " + EntryEnvelope.WITH_PAST + "\n";
    /** A zip must hold a time; one that says nothing keeps equal states equal bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final StoreExporter transfer;
    private final AuthoredContent asWritten;

    @Inject
    PackWriter(StoreExporter transfer, LanguagePolicy languages) {
        this.transfer = transfer;
        this.asWritten = new AuthoredContent(languages);
    }

    /**
     * The pack as a zip, file by file, as of one moment. Not to be called in a transaction. The stream is left open.
     *
     * @throws UncheckedIOException when the other end hangs up
     */
    public void writeZip(OutputStream out) {
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            files((path, text) -> add(zip, path, text));
            zip.finish();
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    private static void add(ZipOutputStream zip, String path, String text) {
        try {
            ZipEntry entry = new ZipEntry(path);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    /** Every file of the pack: its path and its text. */
    public void files(BiConsumer<String, String> receiver) {
        receiver.accept(PackReader.MANIFEST, MANIFEST);
        transfer.each(kept -> receiver.accept(path(kept), file(kept)));
    }

    private static String path(TransferredEntry kept) {
        return kept.family().name() + "/" + kept.slug() + ".yaml";
    }

    String file(TransferredEntry kept) {
        EntryHistory past = kept.past();
        JsonNode content = kept.content();
        EntryEnvelope envelope = new EntryEnvelope(
                kept.id(),
                kept.slug(),
                past.formerSlugs(),
                kept.importance() == Importance.MAJOR ? null : kept.importance(),
                new DerivedLanguageRemover().plain(kept.note()),
                past.published(),
                past.withdrawn(),
                past.parts(),
                content == null ? null : asWritten.of(content, kept.family()));
        return YamlWriter.write((ObjectNode) asWritten.inOrder(ContentJson.tree(envelope)));
    }
}

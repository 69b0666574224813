package org.putokaz.pack;

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
import org.putokaz.live.Documents;
import org.putokaz.live.Importance;
import org.putokaz.live.Kept;
import org.putokaz.live.Past;
import org.putokaz.live.Transfer;
import org.putokaz.live.Underivation;
import org.putokaz.locale.Languages;

/**
 * Writes the published state as a content pack of format 2, which an empty server loads to give the same public answers.
 * The same state is always the same bytes. Of drafts, editors and their notes nothing is known here.
 */
@ApplicationScoped
public class PackWriter {

    private static final String MANIFEST = "format: " + Envelope.WITH_PAST + "\n";
    /** A zip must hold a time; one that says nothing keeps equal states equal bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Transfer transfer;
    private final AsWritten asWritten;

    @Inject
    PackWriter(Transfer transfer, Languages languages) {
        this.transfer = transfer;
        this.asWritten = new AsWritten(languages);
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
    void files(BiConsumer<String, String> receiver) {
        receiver.accept(PackReader.MANIFEST, MANIFEST);
        transfer.each(kept -> receiver.accept(path(kept), file(kept)));
    }

    private static String path(Kept kept) {
        return kept.family().name() + "/" + kept.slug() + ".yaml";
    }

    String file(Kept kept) {
        Past past = kept.past();
        JsonNode content = kept.content();
        Envelope envelope = new Envelope(
                kept.id(),
                kept.slug(),
                past.formerSlugs(),
                kept.importance() == Importance.MAJOR ? null : kept.importance(),
                new Underivation().plain(kept.note()),
                past.published(),
                past.withdrawn(),
                past.parts(),
                content == null ? null : asWritten.of(content, kept.family()));
        return YamlWriter.write((ObjectNode) asWritten.inOrder(Documents.tree(envelope)));
    }
}

package org.putokaz.pack;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.putokaz.common.Sha256;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.pack.read.ImportResult;
import org.putokaz.pack.read.PackFile;
import org.putokaz.pack.read.PackReader;
import org.putokaz.pack.read.PackSource;
import org.putokaz.pack.read.UnreadablePackException;

/**
 * Startup task that loads the configured content pack. A pack that is rejected stops the start; the store is then as
 * it was.
 */
@ApplicationScoped
public class PackLoader {

    /** After the feed row exists, before the first request is answered. */
    private static final int STARTUP_PRIORITY = 200;

    private static final Logger LOG = Logger.getLogger(PackLoader.class);

    private final PackConfig config;
    private final PackPublisher publisher;
    private final ContentFamilyRegistry families;
    private final MessageCatalogue messages;

    @Inject
    PackLoader(PackConfig config, PackPublisher publisher, ContentFamilyRegistry families, MessageCatalogue messages) {
        this.config = config;
        this.publisher = publisher;
        this.families = families;
        this.messages = messages;
    }

    void load(@Observes @Priority(STARTUP_PRIORITY) StartupEvent start) {
        switch (config.pack()) {
            case PackConfig.NONE -> LOG.info("No content pack is loaded");
            case PackConfig.CENTER -> publishBundledPack();
            default -> load(Path.of(config.pack()));
        }
    }

    /** The pack in the jar fills an empty store only; afterwards the editors decide. */
    private void publishBundledPack() {
        if (publisher.isStoreEmpty()) {
            publish(PackSource::fromJar);
        }
    }

    /**
     * Publishes the new and changed entries of a folder, or of a zip such as an export.
     *
     * @throws PackRejectedException with all errors; nothing is changed then
     */
    public PackPublisher.LoadReport load(Path pack) {
        return publish(() -> Files.isRegularFile(pack) ? PackSource.fromZip(pack) : PackSource.fromFolder(pack));
    }

    @FunctionalInterface
    private interface FileSupplier {
        List<PackFile> get() throws UnreadablePackException;
    }

    private PackPublisher.LoadReport publish(FileSupplier supplier) {
        List<PackFile> files = read(supplier);
        ImportResult pack = PackReader.read(files, families);
        if (!pack.errors().isEmpty()) {
            throw PackRejectedException.of(pack.errors(), messages);
        }
        Map<String, String> digests = new HashMap<>();
        files.forEach(file -> digests.put(file.path(), Sha256.hex(file.bytes())));
        PackPublisher.LoadReport report = publisher.publish(pack.entries(), digests);
        LOG.infof(
                "Content pack: %d published, %d unchanged, %d left alone because they were withdrawn; position %d",
                report.published(), report.unchanged(), report.withdrawn(), report.position());
        return report;
    }

    private List<PackFile> read(FileSupplier supplier) {
        try {
            return supplier.get();
        } catch (UnreadablePackException unreadable) {
            throw PackRejectedException.of(List.of(unreadable.error()), messages);
        }
    }
}

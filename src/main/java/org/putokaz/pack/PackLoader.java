package org.putokaz.pack;

import org.putokaz.common.Sha256;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.pack.read.ImportResult;
import org.putokaz.pack.read.PackFile;
import org.putokaz.pack.read.PackReader;
import org.putokaz.pack.read.PackSource;
import org.putokaz.pack.read.UnreadablePackException;
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

/** Brings the configured pack in when the service starts. A pack that is refused stops the start. */
@ApplicationScoped
public class PackLoader {

    /** After the clock row is there, before the first request is answered. */
    private static final int AT_START = 200;

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

    void load(@Observes @Priority(AT_START) StartupEvent start) {
        switch (config.pack()) {
            case PackConfig.NONE -> LOG.info("No content pack is loaded");
            case PackConfig.CENTER -> loadFirst();
            default -> load(Path.of(config.pack()));
        }
    }

    /** The pack in the jar is a beginning: once anything was published, editors have the word. */
    private void loadFirst() {
        if (publisher.storeIsEmpty()) {
            publish(PackSource::fromJar);
        }
    }

    /** Publishes what is new or changed in a folder, or in a zip such as an export. */
    public PackPublisher.Report load(Path pack) {
        return publish(() -> Files.isRegularFile(pack) ? PackSource.fromZip(pack) : PackSource.fromFolder(pack));
    }

    /** Where the files come from. */
    private interface Source {
        List<PackFile> files() throws UnreadablePackException;
    }

    private PackPublisher.Report publish(Source source) {
        List<PackFile> files = files(source);
        ImportResult pack = PackReader.read(files, families);
        if (!pack.complaints().isEmpty()) {
            throw PackRejectedException.of(pack.complaints(), messages);
        }
        Map<String, String> digests = new HashMap<>();
        files.forEach(file -> digests.put(file.path(), Sha256.hex(file.bytes())));
        PackPublisher.Report report = publisher.publish(pack.entries(), digests);
        LOG.infof(
                "Content pack: %d published, %d unchanged, %d left alone because they were withdrawn; position %d",
                report.published(), report.unchanged(), report.withdrawn(), report.position());
        return report;
    }

    private List<PackFile> files(Source source) {
        try {
            return source.files();
        } catch (UnreadablePackException unusable) {
            throw PackRejectedException.of(List.of(unusable.error()), messages);
        }
    }
}

package org.putokaz.sync.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.putokaz.signing.JwsSigner;
import org.putokaz.sync.download.DocumentEdition;
import org.putokaz.sync.download.DocumentMetadata;
import org.putokaz.sync.download.DownloadableDocument;

/** Factory of the snapshot documents, one for each set of families. */
@ApplicationScoped
class SnapshotDocumentFactory {

    static final String PATH = "/api/v1/snapshot";

    private final SnapshotWriter writer;
    private final JwsSigner signer;
    private final ObjectMapper json;

    @Inject
    SnapshotDocumentFactory(SnapshotWriter writer, JwsSigner signer, ObjectMapper json) {
        this.writer = writer;
        this.signer = signer;
        this.json = json;
    }

    /** @param families empty for all */
    DownloadableDocument forFamilies(Set<String> families) {
        return new SnapshotDocument(Set.copyOf(families));
    }

    private final class SnapshotDocument implements DownloadableDocument {

        private final Set<String> families;
        private final String path;

        SnapshotDocument(Set<String> families) {
            this.families = families;
            String query = new TreeSet<>(families)
                    .stream().map(name -> "family=" + name).collect(Collectors.joining("&"));
            this.path = query.isEmpty() ? PATH : PATH + "?" + query;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public DocumentMetadata write(OutputStream out) throws IOException {
            return writer.write(families, out);
        }

        /** A JWS of a small statement with the digest, because signing takes the whole payload into memory. */
        @Override
        public String sign(DocumentEdition edition) {
            String statement = SnapshotStatement.of(edition).toJson(json);
            return signer.sign(SnapshotStatement.TYPE, statement.getBytes(StandardCharsets.UTF_8));
        }
    }
}

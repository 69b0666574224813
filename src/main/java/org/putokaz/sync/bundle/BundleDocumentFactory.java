package org.putokaz.sync.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.signing.JwsSigner;
import org.putokaz.sync.download.DocumentEdition;
import org.putokaz.sync.download.DocumentMetadata;
import org.putokaz.sync.download.DownloadableDocument;

/** Factory of the bundle documents, one for each language. */
@ApplicationScoped
class BundleDocumentFactory {

    static final String PATH = "/api/v1/bundle";

    private final BundleWriter writer;
    private final JwsSigner signer;
    private final LanguagePolicy languages;
    private final Clock clock;
    private final ZoneId zone;

    @Inject
    BundleDocumentFactory(BundleWriter writer, JwsSigner signer, LanguagePolicy languages, Clock clock, ZoneId zone) {
        this.writer = writer;
        this.signer = signer;
        this.languages = languages;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The document in the language of the request. A consistent read, so that the validity of the response covers
     * scheduled changes.
     */
    @ConsistentRead(snapshotTransaction = true)
    DownloadableDocument forRequest(RequestContext request) {
        return new BundleDocument(request.language());
    }

    private final class BundleDocument implements DownloadableDocument {

        private final Language language;

        BundleDocument(Language language) {
            this.language = language;
        }

        @Override
        public String path() {
            return PATH + "?lang=" + language.tag();
        }

        @Override
        public DocumentMetadata write(OutputStream out) throws IOException {
            return writer.write(() -> RequestContext.forLanguage(language, languages, clock, zone), out);
        }

        /** A detached JWS of the bytes, which are in memory as a whole for it. */
        @Override
        public String sign(DocumentEdition edition) throws IOException {
            return signer.signDetached(Files.readAllBytes(edition.plain().file()));
        }
    }
}

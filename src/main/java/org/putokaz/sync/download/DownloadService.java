package org.putokaz.sync.download;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.PathPart;
import org.putokaz.http.response.BinaryResponse;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.http.response.PublicResponse;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.signing.JwsSigner;
import org.putokaz.sync.SyncConfig;

/**
 * Service that finds or creates the edition for a request, signs it and responds with it. A slow client costs an open
 * file, and neither a thread nor a transaction.
 *
 * <p>No edition is sent after an entry in it was withdrawn, since that may have been for the safety of a person. This
 * is checked again when an edition was written or is resumed (docs/decisions/0018).
 */
@ApplicationScoped
public class DownloadService {

    /** Media type of a JWS in compact serialisation. */
    public static final String JOSE = "application/jose";

    /** How often a document is written for one request when entries are withdrawn meanwhile. */
    private static final int MAX_ATTEMPTS = 2;

    private final DocumentStore documents;
    private final ChangeFeed feed;
    private final JwsSigner signer;
    private final Duration waitTimeout;

    @Inject
    DownloadService(DocumentStore documents, ChangeFeed feed, JwsSigner signer, SyncConfig config) {
        this.documents = documents;
        this.feed = feed;
        this.signer = signer;
        this.waitTimeout = config.making();
    }

    /** Edition with its signature by the current key. */
    public record SignedEdition(DocumentEdition edition, String signature) {}

    /**
     * The current edition; for a request that resumes a download, the edition that it began with. Blocks for the
     * database. Fails with 503 when the document is not written in time, or too many are.
     */
    public Uni<SignedEdition> prepare(DownloadableDocument document, DownloadRequest request) {
        String resumedTag = request.resumedEntityTag();
        long required = request.requiredPosition();
        Optional<DocumentEdition> resumed = resumedTag == null
                ? Optional.empty()
                : documents
                        .findByEntityTag(document.path(), resumedTag)
                        .filter(edition -> mayBeSent(edition, required));
        Uni<DocumentEdition> edition =
                resumed.isPresent() ? Uni.createFrom().item(resumed.get()) : latest(document, required);
        return edition.map(this::sign);
    }

    private boolean mayBeSent(DocumentEdition edition, long requiredPosition) {
        return edition.metadata().position() >= requiredPosition && hasNoWithdrawalSince(edition);
    }

    private boolean hasNoWithdrawalSince(DocumentEdition edition) {
        return hasNoWithdrawalSince(
                edition.metadata().feed(), edition.metadata().position());
    }

    private boolean hasNoWithdrawalSince(UUID feedId, long position) {
        return QuarkusTransaction.requiringNew()
                .call(() -> feed.currentState().id().equals(feedId) && !feed.hasWithdrawalAfter(position));
    }

    private Uni<DocumentEdition> latest(DownloadableDocument document, long requiredPosition) {
        return latest(document, requiredPosition, MAX_ATTEMPTS)
                // One timeout for all attempts.
                .ifNoItem()
                .after(waitTimeout)
                .failWith(DownloadService::retryLater)
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<DocumentEdition> latest(DownloadableDocument document, long requiredPosition, int attempts) {
        FeedState now = QuarkusTransaction.requiringNew().call(feed::currentState);
        DocumentVersion version = new DocumentVersion(now.id(), now.position());
        Optional<DocumentEdition> existing =
                documents.findRecentSlow(version, document).filter(edition -> mayBeSent(edition, requiredPosition));
        if (existing.isPresent()) {
            return Uni.createFrom().item(existing.get());
        }
        DocumentVersion earliest = documents
                .findSlowInProgress(version, document)
                .filter(slow ->
                        slow.position() >= requiredPosition && hasNoWithdrawalSince(slow.feed(), slow.position()))
                .orElse(version);
        return Uni.createFrom()
                .completionStage(() -> documents.getOrCreate(version, earliest.position(), document))
                // Writer threads complete the future but do not respond.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(edition -> recreateIfWithdrawn(edition, document, requiredPosition, attempts));
    }

    /** Entries that were withdrawn while the edition was written may be in it. */
    private Uni<DocumentEdition> recreateIfWithdrawn(
            DocumentEdition edition, DownloadableDocument document, long requiredPosition, int attempts) {
        if (hasNoWithdrawalSince(edition)) {
            return Uni.createFrom().item(edition);
        }
        return attempts > 1
                ? latest(document, requiredPosition, attempts - 1)
                : Uni.createFrom().failure(retryLater());
    }

    private static ProblemException retryLater() {
        return ProblemType.UNAVAILABLE.because("edition-in-the-making");
    }

    private SignedEdition sign(DocumentEdition edition) {
        Runnable release = documents.acquire(edition);
        try {
            return new SignedEdition(edition, edition.signature(signer.kid()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            release.run();
        }
    }

    /** The response to a request for the signature alone. */
    public Uni<Response> signatureResponse(DownloadableDocument document) {
        return latest(document, 0).map(this::sign).map(signed -> {
            byte[] body = (signed.signature() + "\n").getBytes(StandardCharsets.US_ASCII);
            return Response.ok(new BinaryResponse(body, JOSE, CacheControlPolicy.ALWAYS_REVALIDATE))
                    .build();
        });
    }

    /**
     * The response: 200, 206 or 304.
     *
     * @param headers the headers that the resource has set
     * @throws ProblemException 416 for a range past the end, 503 when there are too many downloads
     */
    public Response respond(
            SignedEdition signed, DownloadRequest request, RoutingContext exchange, Response.ResponseBuilder headers) {
        DocumentEdition edition = signed.edition();
        EncodedFile file = edition.file(request.gzip());
        headers.header(HttpHeaders.ETAG, file.entityTag())
                .header("X-JWS-Signature", signed.signature())
                .header(PublicResponse.POSITION_HEADER, edition.metadata().position());
        if (edition.matches(request.ifNoneMatch())) {
            return headers.status(304).build();
        }
        ByteRange range = request.rangeOf(file);
        if (range != null && range.isEmpty()) {
            exchange.response().putHeader("Content-Range", range.contentRange(file.size()));
            throw ProblemType.RANGE_NOT_SATISFIABLE.with();
        }
        headers.header("Accept-Ranges", "bytes").header("Repr-Digest", file.reprDigest());
        if (file.gzip()) {
            headers.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (range != null) {
            headers.status(206).header("Content-Range", range.contentRange(file.size()));
        }
        ByteRange sent = range == null ? new ByteRange(0, file.size() - 1) : range;
        headers.header(HttpHeaders.CONTENT_LENGTH, sent.length());
        return request.head()
                ? headers.build()
                : headers.entity(openRange(edition, file, sent, exchange)).build();
    }

    /** The bytes to send; the files stay until the exchange has ended. */
    private PathPart openRange(DocumentEdition edition, EncodedFile file, ByteRange sent, RoutingContext exchange) {
        Runnable release = documents.acquire(edition);
        exchange.addEndHandler(ended -> release.run());
        return new PathPart(file.file(), sent.from(), sent.length());
    }
}

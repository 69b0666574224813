package org.putokaz.sync.download;

import org.putokaz.http.response.BinaryResponse;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.signing.JwsSigner;
import org.putokaz.sync.SyncConfig;
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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.PathPart;

/** Hands documents out: a slow reader costs an open file, no thread and no transaction. */
@ApplicationScoped
public class DownloadService {

    public static final String JOSE = "application/jose";

    private static final int ATTEMPTS = 2;

    private final DocumentStore editions;
    private final ChangeFeed feed;
    private final JwsSigner signer;
    private final Duration making;

    @Inject
    DownloadService(DocumentStore editions, ChangeFeed feed, JwsSigner signer, SyncConfig config) {
        this.editions = editions;
        this.feed = feed;
        this.signer = signer;
        this.making = config.making();
    }

    /** A document that is there, and its signature. */
    public record Ready(DocumentEdition edition, String signature) {}

    /**
     * The document as it is now; or the one before it, for somebody who has a part of that already. On a thread that may
     * wait for the database.
     */
    public Uni<Ready> ready(DocumentWriter author, DownloadRequest wanted) {
        String resumed = wanted.resumed();
        Optional<DocumentEdition> begun = resumed == null
                ? Optional.empty()
                : editions.tagged(author.path(), resumed).filter(this::holdsNothingWithdrawn);
        Uni<DocumentEdition> edition = begun.isPresent() ? Uni.createFrom().item(begun.get()) : newest(author);
        return edition.map(this::signed);
    }

    /** What was withdrawn, perhaps for somebody's safety, is on no wire any more: such a download begins anew. */
    private boolean holdsNothingWithdrawn(DocumentEdition edition) {
        return holdsNothingWithdrawn(edition.written().feed(), edition.written().position());
    }

    private boolean holdsNothingWithdrawn(UUID of, long position) {
        return QuarkusTransaction.requiringNew()
                .call(() -> feed.currentState().id().equals(of) && !feed.hasWithdrawalAfter(position));
    }

    private Uni<DocumentEdition> newest(DocumentWriter author) {
        return newest(author, ATTEMPTS)
                // However often it is made: nobody waits longer than that.
                .ifNoItem()
                .after(making)
                .failWith(DownloadService::comeBack)
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<DocumentEdition> newest(DocumentWriter author, int attempts) {
        FeedState now = QuarkusTransaction.requiringNew().call(feed::currentState);
        DocumentWriter.Place place = new DocumentWriter.Place(now.id(), now.position());
        Optional<DocumentEdition> ready = editions.worthTheWait(place, author).filter(this::holdsNothingWithdrawn);
        if (ready.isPresent()) {
            return Uni.createFrom().item(ready.get());
        }
        DocumentWriter.Place good = editions.slowlyMade(place, author)
                .filter(made -> holdsNothingWithdrawn(made.feed(), made.position()))
                .orElse(place);
        return Uni.createFrom()
                .completionStage(() -> editions.at(place, good.position(), author))
                // Whoever writes documents is not to answer those who wait for them.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(edition -> unlessWithdrawn(edition, author, attempts));
    }

    /** What was withdrawn while it was made is in it perhaps, and goes out no more. */
    private Uni<DocumentEdition> unlessWithdrawn(DocumentEdition edition, DocumentWriter author, int attempts) {
        if (holdsNothingWithdrawn(edition)) {
            return Uni.createFrom().item(edition);
        }
        return attempts > 1 ? newest(author, attempts - 1) : Uni.createFrom().failure(comeBack());
    }

    private static ProblemException comeBack() {
        return ProblemType.UNAVAILABLE.because("edition-in-the-making");
    }

    private Ready signed(DocumentEdition edition) {
        Runnable done = editions.borrow(edition);
        try {
            return new Ready(edition, edition.signature(signer.kid()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            done.run();
        }
    }

    /** Its signature alone. */
    public Uni<Response> signature(DocumentWriter author) {
        return newest(author)
                .map(this::signed)
                .map(ready -> Response.ok(new BinaryResponse(
                                (ready.signature() + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                                JOSE,
                                CacheControlPolicy.ALWAYS_REVALIDATE))
                        .build());
    }

    /** The answer, with whatever headers the caller has set; its files stay until the exchange is over. */
    public Response answer(
            Ready ready, DownloadRequest wanted, RoutingContext exchange, Response.ResponseBuilder answer) {
        DocumentEdition edition = ready.edition();
        EncodedFile file = edition.coded(wanted.gzip());
        answer.header(HttpHeaders.ETAG, file.tag()).header("X-JWS-Signature", ready.signature());
        if (wanted.has(edition)) {
            return answer.status(304).build();
        }
        ByteRange part = wanted.part(file);
        if (part != null && part.isEmpty()) {
            exchange.response().putHeader("Content-Range", part.contentRange(file.size()));
            throw ProblemType.RANGE_NOT_SATISFIABLE.with();
        }
        answer.header("Accept-Ranges", "bytes").header("Repr-Digest", file.reprDigest());
        if (file.gzip()) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (part != null) {
            answer.status(206).header("Content-Range", part.contentRange(file.size()));
        }
        ByteRange sent = part == null ? new ByteRange(0, file.size() - 1) : part;
        answer.header(HttpHeaders.CONTENT_LENGTH, sent.length());
        if (!wanted.head()) {
            Runnable done = editions.borrow(edition);
            exchange.addEndHandler(over -> done.run());
            answer.entity(new PathPart(file.file(), sent.from(), sent.length()));
        }
        return answer.build();
    }
}

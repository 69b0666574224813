package org.putokaz.sync;

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
import org.putokaz.http.Freshness;
import org.putokaz.http.Unspoken;
import org.putokaz.live.ChangeFeed;
import org.putokaz.live.Feed;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;
import org.putokaz.signing.Signer;

/** Hands documents out: a slow reader costs an open file, no thread and no transaction. */
@ApplicationScoped
class Downloads {

    static final String JOSE = "application/jose";

    private static final int ATTEMPTS = 2;

    private final Editions editions;
    private final ChangeFeed feed;
    private final Signer signer;
    private final Duration making;

    @Inject
    Downloads(Editions editions, ChangeFeed feed, Signer signer, SyncConfig config) {
        this.editions = editions;
        this.feed = feed;
        this.signer = signer;
        this.making = config.making();
    }

    /** A document that is there, and its signature. */
    record Ready(Edition edition, String signature) {}

    /**
     * The document as it is now; or the one before it, for somebody who has a part of that already. On a thread that may
     * wait for the database.
     */
    Uni<Ready> ready(Author author, Wanted wanted) {
        String resumed = wanted.resumed();
        Optional<Edition> begun = resumed == null
                ? Optional.empty()
                : editions.tagged(author.path(), resumed).filter(this::holdsNothingWithdrawn);
        Uni<Edition> edition = begun.isPresent() ? Uni.createFrom().item(begun.get()) : newest(author);
        return edition.map(this::signed);
    }

    /** What was withdrawn, perhaps for somebody's safety, is on no wire any more: such a download begins anew. */
    private boolean holdsNothingWithdrawn(Edition edition) {
        return holdsNothingWithdrawn(edition.written().feed(), edition.written().position());
    }

    private boolean holdsNothingWithdrawn(UUID of, long position) {
        return QuarkusTransaction.requiringNew()
                .call(() -> feed.now().id().equals(of) && !feed.hasWithdrawnAfter(position));
    }

    private Uni<Edition> newest(Author author) {
        return newest(author, ATTEMPTS)
                // However often it is made: nobody waits longer than that.
                .ifNoItem()
                .after(making)
                .failWith(Downloads::comeBack)
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Edition> newest(Author author, int attempts) {
        Feed now = QuarkusTransaction.requiringNew().call(feed::now);
        Author.Place place = new Author.Place(now.id(), now.position());
        Optional<Edition> ready = editions.worthTheWait(place, author).filter(this::holdsNothingWithdrawn);
        if (ready.isPresent()) {
            return Uni.createFrom().item(ready.get());
        }
        Author.Place good = editions.slowlyMade(place, author)
                .filter(made -> holdsNothingWithdrawn(made.feed(), made.position()))
                .orElse(place);
        return Uni.createFrom()
                .completionStage(() -> editions.at(place, good.position(), author))
                // Whoever writes documents is not to answer those who wait for them.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(edition -> unlessWithdrawn(edition, author, attempts));
    }

    /** What was withdrawn while it was made is in it perhaps, and goes out no more. */
    private Uni<Edition> unlessWithdrawn(Edition edition, Author author, int attempts) {
        if (holdsNothingWithdrawn(edition)) {
            return Uni.createFrom().item(edition);
        }
        return attempts > 1 ? newest(author, attempts - 1) : Uni.createFrom().failure(comeBack());
    }

    private static ProblemException comeBack() {
        return Problem.UNAVAILABLE.because("edition-in-the-making");
    }

    private Ready signed(Edition edition) {
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
    Uni<Response> signature(Author author) {
        return newest(author)
                .map(this::signed)
                .map(ready -> Response.ok(new Unspoken(
                                (ready.signature() + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                                JOSE,
                                Freshness.ASK_EACH_TIME))
                        .build());
    }

    /** The answer, with whatever headers the caller has set; its files stay until the exchange is over. */
    Response answer(Ready ready, Wanted wanted, RoutingContext exchange, Response.ResponseBuilder answer) {
        Edition edition = ready.edition();
        Coded file = edition.coded(wanted.gzip());
        answer.header(HttpHeaders.ETAG, file.tag()).header("X-JWS-Signature", ready.signature());
        if (wanted.has(edition)) {
            return answer.status(304).build();
        }
        ByteRange part = wanted.part(file);
        if (part != null && part.isEmpty()) {
            exchange.response().putHeader("Content-Range", part.contentRange(file.size()));
            throw Problem.RANGE_NOT_SATISFIABLE.with();
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

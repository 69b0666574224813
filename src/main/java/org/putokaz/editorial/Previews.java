package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Reader;
import org.putokaz.live.Check;
import org.putokaz.live.Documents;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.LiveStore;
import org.putokaz.locale.Languages;
import org.putokaz.problem.Problem;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/** Shows one revision as the public would see it, to whoever holds a link that an editor made. */
@ApplicationScoped
class Previews {

    private static final int KEY_BYTES = 32;

    private final Session session;
    private final Entries entries;
    private final Families families;
    private final Languages languages;
    private final LiveStore store;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    Previews(
            Session session,
            Entries entries,
            Families families,
            Languages languages,
            LiveStore store,
            AuditTrail audit,
            Clock clock) {
        this.session = session;
        this.entries = entries;
        this.families = families;
        this.languages = languages;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A link, and until when it works. */
    record Made(String link, Instant until) {}

    /** @throws org.putokaz.problem.ProblemException 422 when a reader could not be shown it as it is */
    @Transactional
    Made make(String family, UUID id, int number, Duration good, Actor actor) {
        Entry entry = entries.get(family, id);
        Revision revision = entries.revision(entry, number);
        revision.demandText();
        demandComplete(families.named(family), revision);
        Instant until = clock.instant().plus(good).truncatedTo(ChronoUnit.SECONDS);
        String link = new PreviewLink(id, number, until).write(key());
        Map<String, String> details = Map.of("until", until.toString());
        audit.record(actor, new Act("preview-link-made", family, id, number, details));
        return new Made(link, until);
    }

    /** @throws org.putokaz.problem.ProblemException 401 when the link is none of ours or has ended, 410 when the text is gone */
    Record show(String link, Reader reader) {
        PreviewLink seen = Optional.ofNullable(secret())
                .flatMap(secret -> PreviewLink.read(link, HexFormat.of().parseHex(secret)))
                .filter(some -> clock.instant().isBefore(some.until()))
                .orElseThrow(() -> Problem.UNAUTHENTICATED.because("no-preview-link"));
        Entry entry = entries.find(seen.entry()).orElseThrow(() -> Problem.NOT_FOUND.because("no-such-entry"));
        Revision revision = entries.revision(entry, seen.revision());
        if (revision.redactedAt != null) {
            throw Problem.GONE.because("gone-safety");
        }
        return view(families.named(entry.family), entry, revision, reader);
    }

    private <C extends Record> Record view(Family<C> family, Entry entry, Revision revision, Reader reader) {
        demandComplete(family, revision);
        C content = Documents.read(revision.content(), family.contentType());
        LiveEntry asIf = store.asIfPublished(family, entry.id, slug(revision), content);
        return family.views(List.of(asIf), reader).get(0);
    }

    private static String slug(Revision revision) {
        return Objects.requireNonNullElse(revision.slug, revision.key.entryId().toString());
    }

    private <C extends Record> void demandComplete(Family<C> family, Revision revision) {
        Check check = new Check(languages);
        family.check(Documents.read(revision.content(), family.contentType()), check);
        if (!check.violations().isEmpty()) {
            throw Problem.INVALID_CONTENT.with(
                    check.violations().stream().map(DraftContent::inContent).toList());
        }
    }

    /** Made when it is first needed; of two nodes at once one makes it. */
    private byte[] key() {
        String secret = secret();
        return HexFormat.of().parseHex(secret == null ? newSecret() : secret);
    }

    private @Nullable String secret() {
        return session.createSelectionQuery("select k.secret from PreviewKeyRow k", String.class)
                .uniqueResult();
    }

    private String newSecret() {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("insert into editorial.preview_key (id, secret)"
                                + " values (1, :secret) on conflict do nothing")
                        .setParameter("secret", HexFormat.of().formatHex(secret))
                        .executeUpdate());
        return Objects.requireNonNull(secret());
    }
}

package org.putokaz.editorial.preview;

import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.write.LiveStore;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;
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

/** Shows one revision as the public would see it, to whoever holds a link that an editor made. */
@ApplicationScoped
public class PreviewService {

    private static final int KEY_BYTES = 32;

    private final Session session;
    private final EditorialEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final LanguagePolicy languages;
    private final LiveStore store;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PreviewService(
            Session session,
            EditorialEntryRepository entries,
            ContentFamilyRegistry families,
            LanguagePolicy languages,
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
    public record Made(String link, Instant until) {}

    /** @throws org.putokaz.problem.ProblemException 422 when a reader could not be shown it as it is */
    @Transactional
    public Made make(String family, UUID id, int number, Duration good, Actor actor) {
        EditorialEntry entry = entries.get(family, id);
        Revision revision = entries.revision(entry, number);
        revision.requireNotRedacted();
        demandComplete(families.get(family), revision);
        Instant until = clock.instant().plus(good).truncatedTo(ChronoUnit.SECONDS);
        String link = new PreviewToken(id, number, until).write(key());
        Map<String, String> details = Map.of("until", until.toString());
        audit.record(actor, new AuditEvent("preview-link-made", family, id, number, details));
        return new Made(link, until);
    }

    /** @throws org.putokaz.problem.ProblemException 401 when the link is none of ours or has ended, 410 when the text is gone */
    Record show(String link, RequestContext reader) {
        PreviewToken seen = Optional.ofNullable(secret())
                .flatMap(secret -> PreviewToken.read(link, HexFormat.of().parseHex(secret)))
                .filter(some -> clock.instant().isBefore(some.until()))
                .orElseThrow(() -> ProblemType.UNAUTHENTICATED.because("no-preview-link"));
        EditorialEntry entry =
                entries.find(seen.entry()).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        Revision revision = entries.revision(entry, seen.revision());
        if (revision.redactedAt != null) {
            throw ProblemType.GONE.because("gone-safety");
        }
        return view(families.get(entry.family), entry, revision, reader);
    }

    private <C extends Record> Record view(
            ContentFamily<C> family, EditorialEntry entry, Revision revision, RequestContext reader) {
        demandComplete(family, revision);
        C content = ContentJson.read(revision.content(), family.contentType());
        LiveEntry asIf = store.previewOf(family, entry.id, slug(revision), content);
        return family.views(List.of(asIf), reader).get(0);
    }

    private static String slug(Revision revision) {
        return Objects.requireNonNullElse(revision.slug, revision.key.entryId().toString());
    }

    private <C extends Record> void demandComplete(ContentFamily<C> family, Revision revision) {
        ContentViolations check = new ContentViolations(languages);
        family.validate(ContentJson.read(revision.content(), family.contentType()), check);
        if (!check.violations().isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(check.violations().stream()
                    .map(DraftContentParser::toEntryPointer)
                    .toList());
        }
    }

    /** Made when it is first needed; of two nodes at once one makes it. */
    private byte[] key() {
        String secret = secret();
        return HexFormat.of().parseHex(secret == null ? newSecret() : secret);
    }

    private @Nullable String secret() {
        return session.createSelectionQuery("select k.secret from PreviewKeyEntity k", String.class)
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

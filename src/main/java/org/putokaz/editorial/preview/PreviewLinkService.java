package org.putokaz.editorial.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Creation of preview links by editors. */
@ApplicationScoped
public class PreviewLinkService {

    private static final String PATH = "/preview/v1/";

    private final EditorialEntryRepository entries;
    private final PreviewRenderer renderer;
    private final PreviewKeyRepository keys;
    private final EditorialConfig config;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    PreviewLinkService(
            EditorialEntryRepository entries,
            PreviewRenderer renderer,
            PreviewKeyRepository keys,
            EditorialConfig config,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.renderer = renderer;
        this.keys = keys;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** How long a link is valid when the request does not say. */
    public Duration defaultValidity() {
        return config.preview();
    }

    /**
     * Creates a link to one revision; the creation is audited.
     *
     * @throws org.putokaz.problem.ProblemException 404, 409 when the text was redacted, 422 when the content is
     *     incomplete
     */
    @Transactional
    public PreviewView create(String family, UUID id, int number, Duration validity, Actor actor) {
        Revision revision = entries.revision(entries.get(family, id), number);
        revision.requireNotRedacted();
        renderer.requireComplete(family, revision);
        Instant expiresAt = clock.instant().plus(validity).truncatedTo(ChronoUnit.SECONDS);
        String token = new PreviewToken(id, number, expiresAt).encode(keys.getOrCreate());
        Map<String, String> details = Map.of("until", expiresAt.toString());
        audit.record(actor, new AuditEvent("preview-link-made", family, id, number, details));
        return new PreviewView(PATH + token, expiresAt);
    }
}

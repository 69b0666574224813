package org.putokaz.editorial.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.request.RequestContext;
import org.putokaz.problem.ProblemType;

/** Previews for the holders of a link, who need no other authentication. */
@ApplicationScoped
class PreviewService {

    private final EditorialEntryRepository entries;
    private final PreviewRenderer renderer;
    private final PreviewKeyRepository keys;
    private final Clock clock;

    @Inject
    PreviewService(EditorialEntryRepository entries, PreviewRenderer renderer, PreviewKeyRepository keys, Clock clock) {
        this.entries = entries;
        this.renderer = renderer;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The revision as the public API would show it.
     *
     * @throws org.putokaz.problem.ProblemException 401 when the token is forged or has expired, 410 when the text was
     *     redacted
     */
    Record preview(String token, RequestContext request) {
        PreviewToken preview = keys.find()
                .flatMap(key -> PreviewToken.decode(token, key))
                .filter(decoded -> clock.instant().isBefore(decoded.expiresAt()))
                .orElseThrow(() -> ProblemType.UNAUTHENTICATED.because("no-preview-link"));
        EditorialEntry entry =
                entries.find(preview.entry()).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        Revision revision = entries.revision(entry, preview.revision());
        if (revision.redactedAt != null) {
            throw ProblemType.GONE.because("gone-safety");
        }
        return renderer.render(entry, revision, request);
    }
}

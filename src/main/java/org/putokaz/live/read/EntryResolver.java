package org.putokaz.live.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.http.response.PublicResponse;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;

/** Resolver of the id or slug in a path to a published entry, or to the error or redirect that stands for it. */
@ApplicationScoped
public class EntryResolver {

    private static final int PERMANENT_REDIRECT = 308;

    /** A longer chain of replacements is taken for a cycle. */
    private static final int MAX_REPLACEMENTS = 16;

    private static final int REDIRECT_MAX_AGE_SECONDS = 60;

    /** Index of the slug among the segments of {@code /api/v1/{family}/{slug}}. */
    private static final int ENTRY_SEGMENT = 4;
    /** The same for the second slug in {@code /api/v1/{family}/{slug}/{sub-entries}/{slug}}. */
    private static final int SUB_ENTRY_SEGMENT = 6;

    private final LiveEntryRepository entries;
    private final RequestContext request;
    private final UriInfo uri;
    private final ContentFamilyRegistry families;

    @Inject
    public EntryResolver(
            LiveEntryRepository entries, RequestContext request, UriInfo uri, ContentFamilyRegistry families) {
        this.entries = entries;
        this.request = request;
        this.uri = uri;
        this.families = families;
    }

    /**
     * Returns the published entry.
     *
     * @throws ProblemException 404 when there never was one, 410 when it was withdrawn
     * @throws WebApplicationException 308 to the same URL with the current slug when the given one is a former slug
     */
    public LiveEntry resolve(String family, String idOrSlug) {
        LiveEntry entry =
                entries.find(family, idOrSlug).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        request.validity().addChangeAt(entries.feedState().changedAt());
        if (!entry.live()) {
            throw goneProblem(entry);
        }
        if (!idOrSlug.equals(entry.slug()) && !QueryParameterParser.isId(idOrSlug)) {
            throw redirect(ENTRY_SEGMENT, entry.slug());
        }
        request.validity().setSubject(entry.id());
        if (families.get(family).viewDependsOnEntryOnly()) {
            request.validity().setSoleEntry(entry.id());
        }
        return entry;
    }

    private ProblemException goneProblem(LiveEntry entry) {
        String reason = String.valueOf(entry.reason());
        ProblemException gone = ProblemType.GONE.because("gone-" + reason).withMember("reason", reason);
        return findReplacement(entry)
                .map(other -> gone.withMember("replacedBy", link(other)))
                .orElse(gone);
    }

    /** The published entry at the end of a chain of replacements; each of them may have been replaced itself. */
    private Optional<LiveEntry> findReplacement(LiveEntry withdrawn) {
        Optional<LiveEntry> next = Optional.of(withdrawn);
        for (int i = 0; i < MAX_REPLACEMENTS && next.isPresent() && !next.get().live(); i++) {
            next = Optional.ofNullable(next.get().replacedBy()).flatMap(entries::find);
        }
        return next.filter(LiveEntry::live);
    }

    private static Map<String, String> link(LiveEntry entry) {
        return Map.of(
                "id", entry.id().toString(),
                "href", SelfLink.of(entry.family(), entry.slug()).self());
    }

    /** The redirect to the same URL with the current slug of a sub-entry, such as a step of a guide. */
    public WebApplicationException redirectSubEntry(String currentSlug) {
        return redirect(SUB_ENTRY_SEGMENT, currentSlug);
    }

    private WebApplicationException redirect(int segment, String currentSlug) {
        // By index and not by text: a step may have a slug that its guide had.
        String[] segments = uri.getRequestUri().getRawPath().split("/", -1);
        segments[segment] = currentSlug;
        String target = String.join("/", segments);
        String query = uri.getRequestUri().getRawQuery();
        return new WebApplicationException(Response.status(PERMANENT_REDIRECT)
                .location(URI.create(query == null ? target : target + "?" + query))
                .header("Cache-Control", CacheControlPolicy.atMost(request, REDIRECT_MAX_AGE_SECONDS))
                .header(PublicResponse.POSITION_HEADER, entries.feedState().position())
                .build());
    }
}

package org.putokaz.live.read;

import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.CacheControlPolicy;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Finds the entry that a path names, and says it properly when the entry is not there, or not there any more. */
@ApplicationScoped
public class EntryResolver {

    private static final int PERMANENT_REDIRECT = 308;
    private static final int SECONDS_OF_REDIRECT = 60;
    /** Where the slug stands in {@code /api/v1/family/slug}, and in {@code /api/v1/family/slug/parts/slug}. */
    private static final int ENTRY = 4;

    private static final int PART = 6;

    private final LiveEntryRepository entries;
    private final RequestContext reader;
    private final UriInfo uri;
    private final ContentFamilyRegistry families;

    @Inject
    public EntryResolver(
            LiveEntryRepository entries, RequestContext reader, UriInfo uri, ContentFamilyRegistry families) {
        this.entries = entries;
        this.reader = reader;
        this.uri = uri;
        this.families = families;
    }

    /** @throws ProblemException 404 or 410; {@link WebApplicationException} 308 when the slug is an old one */
    public LiveEntry resolve(String family, String idOrSlug) {
        LiveEntry entry =
                entries.find(family, idOrSlug).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        reader.validity().addChangeAt(entries.feedState().changedAt());
        if (!entry.live()) {
            throw gone(entry);
        }
        if (!idOrSlug.equals(entry.slug()) && !idOrSlug.equals(entry.id().toString())) {
            throw movedEntry(entry.slug());
        }
        if (families.get(family).viewDependsOnEntryOnly()) {
            reader.validity().setSoleEntry(entry.id());
        }
        return entry;
    }

    private ProblemException gone(LiveEntry entry) {
        String reason = String.valueOf(entry.reason());
        ProblemException gone = ProblemType.GONE.because("gone-" + reason).withMember("reason", reason);
        UUID replacement = entry.replacedBy();
        return replacement == null
                ? gone
                : entries.find(replacement)
                        .filter(LiveEntry::live)
                        .map(other -> gone.withMember("replacedBy", link(other)))
                        .orElse(gone);
    }

    private static Map<String, String> link(LiveEntry entry) {
        return Map.of(
                "id", entry.id().toString(),
                "href", SelfLink.of(entry.family(), entry.slug()).self());
    }

    private WebApplicationException movedEntry(String present) {
        return moved(ENTRY, present);
    }

    /** The same URL with the present slug of a part of an entry, such as a step, in the place of the old one. */
    public WebApplicationException redirectSubEntry(String present) {
        return moved(PART, present);
    }

    private WebApplicationException moved(int segment, String present) {
        // By place and not by text: a step may have the slug that its guide had.
        String[] segments = uri.getRequestUri().getRawPath().split("/", -1);
        segments[segment] = present;
        String target = String.join("/", segments);
        String query = uri.getRequestUri().getRawQuery();
        return new WebApplicationException(Response.status(PERMANENT_REDIRECT)
                .location(URI.create(query == null ? target : target + "?" + query))
                .header("Cache-Control", CacheControlPolicy.atMost(reader, SECONDS_OF_REDIRECT))
                .build());
    }
}

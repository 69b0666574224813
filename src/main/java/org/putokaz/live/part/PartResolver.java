package org.putokaz.live.part;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.EntryResolver;
import org.putokaz.problem.ProblemType;

/** Resolver of the id or slug of a part in a path to the part, or to the error or redirect that stands for it. */
@ApplicationScoped
public class PartResolver {

    private final EntryResolver entries;

    @Inject
    PartResolver(EntryResolver entries) {
        this.entries = entries;
    }

    /**
     * Returns the index of a part that the entry has.
     *
     * @param entry published, of the path
     * @param current the parts that it has
     * @param goneCode code of the message on a part that was removed
     * @throws org.putokaz.problem.ProblemException 404 when there never was one, 410 when it was removed
     * @throws jakarta.ws.rs.WebApplicationException 308 to the same URL with the current slug when the given one is a former one
     */
    public int resolve(
            PartRepository<?> parts,
            LiveEntry entry,
            List<? extends EntryPart> current,
            String idOrSlug,
            String goneCode) {
        PartState state =
                parts.find(entry.id(), idOrSlug).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        // The content decides, as an imported history may name a part as present that the content lacks.
        OptionalInt index = EntryPart.indexOf(state.id(), current);
        if (index.isEmpty()) {
            throw ProblemType.GONE.because(goneCode).withMember("reason", "withdrawn");
        }
        if (!idOrSlug.equals(state.slug()) && !QueryParameterParser.isId(idOrSlug)) {
            throw entries.redirectSubEntry(state.slug());
        }
        return index.getAsInt();
    }
}

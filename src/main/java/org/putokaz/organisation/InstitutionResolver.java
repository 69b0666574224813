package org.putokaz.organisation;

import org.putokaz.http.request.RequestContext;
import org.putokaz.live.read.LiveEntryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The institution that the content is about: the first one that exists today and is part of nothing else. */
@ApplicationScoped
public class InstitutionResolver {

    private final UnitRepository units;
    private final LiveEntryRepository entries;
    private final UnitViewMapper views;

    @Inject
    InstitutionResolver(UnitRepository units, LiveEntryRepository entries, UnitViewMapper views) {
        this.units = units;
        this.entries = entries;
        this.views = views;
    }

    /** As readers get an organisational unit; empty when nothing of the kind is published. */
    public Optional<Record> findCurrent(RequestContext reader) {
        List<? extends Record> found = views.of(
                entries.findLive(
                        units.findInstitutionsOn(reader.today()).stream().limit(1).toList()),
                reader);
        return found.stream().map(Record.class::cast).findFirst();
    }
}

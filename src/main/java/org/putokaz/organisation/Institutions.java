package org.putokaz.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.putokaz.http.Reader;
import org.putokaz.live.LiveEntries;

/** The institution that the content is about: the first one that exists today and is part of nothing else. */
@ApplicationScoped
public class Institutions {

    private final Units units;
    private final LiveEntries entries;
    private final UnitViews views;

    @Inject
    Institutions(Units units, LiveEntries entries, UnitViews views) {
        this.units = units;
        this.entries = entries;
        this.views = views;
    }

    /** As readers get an organisational unit; empty when nothing of the kind is published. */
    public Optional<Record> current(Reader reader) {
        List<? extends Record> found = views.of(
                entries.live(
                        units.institutions(reader.today()).stream().limit(1).toList()),
                reader);
        return found.stream().map(Record.class::cast).findFirst();
    }
}

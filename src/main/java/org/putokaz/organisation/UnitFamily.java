package org.putokaz.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.putokaz.http.Reader;
import org.putokaz.live.Bounds;
import org.putokaz.live.Check;
import org.putokaz.live.Derivation;
import org.putokaz.live.Facts;
import org.putokaz.live.Family;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.OrderKey;
import org.putokaz.locale.Language;

/** Organisational units, as the store sees them. */
@ApplicationScoped
class UnitFamily implements Family<UnitContent> {

    static final String NAME = "organisational-units";

    private final Units units;
    private final UnitViews views;

    @Inject
    UnitFamily(Units units, UnitViews views) {
        this.units = units;
        this.views = views;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<UnitContent> contentType() {
        return UnitContent.class;
    }

    @Override
    public UnitContent derived(UnitContent content, Derivation derivation) {
        return content.derived(derivation);
    }

    @Override
    public void check(UnitContent content, Check check) {
        UnitRules.check(content, check);
    }

    @Override
    public Facts facts(UUID id, UnitContent unit) {
        List<Facts.Reference> references = new ArrayList<>();
        if (unit.parent() != null) {
            references.add(new Facts.Reference("parent", NAME, unit.parent(), "/parent"));
        }
        for (int i = 0; i < unit.predecessors().size(); i++) {
            references.add(new Facts.Reference(
                    "predecessors", NAME, unit.predecessors().get(i), "/predecessors/" + i));
        }
        return new Facts(
                Objects.requireNonNull(unit.name()),
                Map.of("language", unit.languages().stream().map(Language::tag).toList()),
                references,
                place(id, unit));
    }

    @Override
    public Facts.Place place(UUID id, UnitContent unit) {
        boolean shows = unit.address() != null || unit.location() != null;
        return new Facts.Place(unit.parent(), unit.confidentialLocation(), shows ? id : null);
    }

    @Override
    public void save(UUID id, long position, UnitContent unit, Check check) {
        UnitRow known = units.findById(id);
        UnitRow row = known == null ? new UnitRow() : known;
        row.id = id;
        row.kind = Objects.requireNonNull(unit.kind()).token();
        row.parent = unit.parent();
        row.sortOrder = unit.sortOrder();
        row.establishedEarliest = Bounds.orFirst(
                unit.established() == null ? null : unit.established().earliest());
        row.dissolvedLatest =
                Bounds.orLast(unit.dissolved() == null ? null : unit.dissolved().latest());
        row.position = position;
        row.orderKey = new OrderKey().number(row.sortOrder).of(id);
        if (known == null) {
            units.persist(row);
        }
    }

    @Override
    public void remove(UUID id) {
        units.deleteById(id);
    }

    @Override
    public List<UnitView> views(Collection<LiveEntry> entries, Reader reader) {
        return views.of(entries, reader);
    }
}

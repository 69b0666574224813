package org.putokaz.organisation;

import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of stored units what a reader gets. */
@ApplicationScoped
class UnitViewMapper {

    private final LiveEntryRepository entries;

    @Inject
    UnitViewMapper(LiveEntryRepository entries) {
        this.entries = entries;
    }

    List<UnitView> of(Collection<LiveEntry> units, RequestContext reader) {
        Map<UUID, List<UUID>> successors =
                entries.findReferencing("predecessors", units.stream().map(LiveEntry::id).toList());
        Language language = reader.language();
        List<UnitView> views = new ArrayList<>();
        for (LiveEntry unit : units) {
            ViewKey shown = new ViewKey(language, successors.getOrDefault(unit.id(), List.of()));
            views.add(entries.cachedView(unit, shown, UnitView.class, () -> view(unit, shown.successors(), reader)));
        }
        return views;
    }

    /** What the view of a unit depends on beside the unit. */
    private record ViewKey(Language language, List<UUID> successors) {}

    private UnitView view(LiveEntry entry, List<UUID> successors, RequestContext reader) {
        UnitContent unit = entries.content(entry, UnitContent.class);
        EntryLocaliser reading = new EntryLocaliser(reader);
        return new UnitView(
                entry.id(),
                entry.slug(),
                reading.required("/name", Objects.requireNonNull(unit.name())),
                reading.text("/shortName", unit.shortName()),
                reading.text("/description", unit.description()),
                Objects.requireNonNull(unit.kind()),
                unit.parent(),
                unit.predecessors(),
                successors,
                reading.date(unit.established()),
                reading.date(unit.dissolved()),
                legalBasis(unit, reading),
                address(unit.address(), reading),
                unit.location() == null
                        ? null
                        : new UnitView.GeoPointView(
                                unit.location().latitude(), unit.location().longitude()),
                unit.confidentialLocation(),
                unit.languages().stream().map(Language::tag).toList(),
                reading.text("/accessibility", unit.accessibility()),
                unit.sortOrder(),
                entry.publishedAt(),
                SelfLink.of(UnitFamily.NAME, entry.slug()),
                reading.localisation(),
                null);
    }

    private static List<UnitView.LegalBasisView> legalBasis(UnitContent unit, EntryLocaliser reading) {
        List<UnitView.LegalBasisView> views = new ArrayList<>();
        for (UnitContent.LegalBasis basis : unit.legalBasis()) {
            String pointer = "/legalBasis/" + views.size();
            views.add(new UnitView.LegalBasisView(
                    reading.required(pointer + "/title", Objects.requireNonNull(basis.title())),
                    reading.text(pointer + "/gazette", basis.gazette()),
                    basis.date(),
                    basis.url()));
        }
        return views;
    }

    private static UnitView.@Nullable AddressView address(
            UnitContent.@Nullable Address address, EntryLocaliser reading) {
        return address == null
                ? null
                : new UnitView.AddressView(
                        reading.text("/address/street", address.street()),
                        reading.required("/address/city", Objects.requireNonNull(address.city())),
                        address.postalCode(),
                        reading.text("/address/district", address.district()),
                        address.country());
    }
}

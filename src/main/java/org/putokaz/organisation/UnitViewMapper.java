package org.putokaz.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaView;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.Attachment;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.UnavailableReferences;
import org.putokaz.locale.Language;
import org.putokaz.organisation.service.ServiceSummary;

/** Mapper of stored organisational units to their views in the language of the request. */
@ApplicationScoped
class UnitViewMapper {

    private final LiveEntryRepository entries;

    @Inject
    UnitViewMapper(LiveEntryRepository entries) {
        this.entries = entries;
    }

    List<UnitView> toViews(Collection<LiveEntry> units, RequestContext request) {
        Map<UUID, List<UUID>> successors = entries.findReferencing(
                "predecessors", units.stream().map(LiveEntry::id).toList());
        Language language = request.language();
        List<UnitView> views = new ArrayList<>();
        for (LiveEntry unit : units) {
            ViewKey key = new ViewKey(
                    language, successors.getOrDefault(unit.id(), List.of()), UnavailableReferences.find(unit, request));
            views.add(entries.cachedView(unit, key, UnitView.class, () -> toView(unit, key, request)));
        }
        return views;
    }

    /** Inputs of a unit's view other than the unit itself; the key of its cached view. */
    private record ViewKey(Language language, List<UUID> successors, Set<UUID> unavailable) {}

    private UnitView toView(LiveEntry entry, ViewKey key, RequestContext request) {
        UnitContent unit = entries.content(entry, UnitContent.class);
        EntryLocaliser localiser = new EntryLocaliser(request).withOutdated(entry.outdatedIn(request.language()));
        return UnitViewBuilder.builder()
                .id(entry.id())
                .slug(entry.slug())
                .name(localiser.required("/name", Objects.requireNonNull(unit.name())))
                .shortName(localiser.text("/shortName", unit.shortName()))
                .formerNames(formerNames(unit, localiser))
                .identifiers(identifiers(unit))
                .description(localiser.text("/description", unit.description()))
                .kind(Objects.requireNonNull(unit.kind()))
                .parent(unit.parent())
                .predecessors(unit.predecessors())
                .successors(key.successors())
                .established(localiser.date(unit.established()))
                .dissolved(localiser.date(unit.dissolved()))
                .legalBasis(legalBasis(unit, localiser))
                .address(address(unit.address(), localiser))
                .location(location(unit.location()))
                .confidentialLocation(unit.confidentialLocation())
                .languages(unit.languages().stream().map(Language::tag).toList())
                .areaServed(AreaView.of("/areaServed", unit.areaServed(), localiser))
                .accessibility(localiser.text("/accessibility", unit.accessibility()))
                .attachments(Attachment.views(unit.attachments(), localiser))
                .services(ServiceSummary.of(entry, unit.services(), key.unavailable(), localiser))
                .sortOrder(unit.sortOrder())
                .publishedAt(entry.publishedAt())
                .links(SelfLink.of(UnitFamily.NAME, entry.slug()))
                .localisation(localiser.localisation())
                .build();
    }

    private static UnitView.@Nullable GeoPointView location(UnitContent.@Nullable GeoPoint point) {
        return point == null ? null : new UnitView.GeoPointView(point.latitude(), point.longitude());
    }

    private static List<UnitView.FormerNameView> formerNames(UnitContent unit, EntryLocaliser localiser) {
        List<UnitView.FormerNameView> views = new ArrayList<>();
        for (UnitContent.FormerName former : unit.formerNames()) {
            views.add(new UnitView.FormerNameView(
                    localiser.required("/formerNames/" + views.size() + "/name", Objects.requireNonNull(former.name())),
                    localiser.date(former.from()),
                    localiser.date(former.until())));
        }
        return views;
    }

    private static List<UnitView.IdentifierView> identifiers(UnitContent unit) {
        return unit.identifiers().stream()
                .map(identifier -> new UnitView.IdentifierView(
                        Objects.requireNonNull(identifier.scheme()), Objects.requireNonNull(identifier.value())))
                .toList();
    }

    private static List<UnitView.LegalBasisView> legalBasis(UnitContent unit, EntryLocaliser localiser) {
        List<UnitView.LegalBasisView> views = new ArrayList<>();
        for (UnitContent.LegalBasis basis : unit.legalBasis()) {
            String pointer = "/legalBasis/" + views.size();
            views.add(new UnitView.LegalBasisView(
                    localiser.required(pointer + "/title", Objects.requireNonNull(basis.title())),
                    localiser.text(pointer + "/gazette", basis.gazette()),
                    basis.date(),
                    basis.url()));
        }
        return views;
    }

    private static UnitView.@Nullable AddressView address(
            UnitContent.@Nullable Address address, EntryLocaliser localiser) {
        return address == null
                ? null
                : new UnitView.AddressView(
                        localiser.text("/address/street", address.street()),
                        localiser.required("/address/city", Objects.requireNonNull(address.city())),
                        address.postalCode(),
                        localiser.text("/address/district", address.district()),
                        address.country());
    }
}

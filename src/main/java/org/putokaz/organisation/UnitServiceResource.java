package org.putokaz.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.part.PartResolver;
import org.putokaz.live.read.EntryParameters;
import org.putokaz.live.read.EntryRelation;
import org.putokaz.live.read.EntryResolver;
import org.putokaz.live.read.IncludedEntryLoader;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.UnavailableReferences;
import org.putokaz.organisation.service.ServiceContent;
import org.putokaz.organisation.service.ServiceList;
import org.putokaz.organisation.service.ServiceListParameters;
import org.putokaz.organisation.service.ServiceRepository;
import org.putokaz.organisation.service.ServiceView;

/**
 * Resource for {@code /api/v1/organisational-units/{unit}/services}. The services are a part of the unit's content; the addresses
 * of renamed and removed ones come from {@link ServiceRepository}.
 */
@PermitAll
@ConsistentRead
class UnitServiceResource implements UnitServicesApi {

    private static final EntryRelation CHANNELS = new EntryRelation("channels", UnitFamily.SERVICE_CHANNELS, false);

    private final LiveEntryRepository entries;
    private final EntryResolver resolver;
    private final ServiceRepository services;
    private final PartResolver parts;
    private final IncludedEntryLoader includedEntries;
    private final RequestContext request;

    @Inject
    UnitServiceResource(
            LiveEntryRepository entries,
            EntryResolver resolver,
            ServiceRepository services,
            PartResolver parts,
            IncludedEntryLoader includedEntries,
            RequestContext request) {
        this.entries = entries;
        this.resolver = resolver;
        this.services = services;
        this.parts = parts;
        this.includedEntries = includedEntries;
        this.request = request;
    }

    @Override
    public ServiceList list(String idOrSlug, ServiceListParameters parameters) {
        LiveEntry unit = resolver.resolve(UnitFamily.NAME, idOrSlug);
        UnitContent content = entries.content(unit, UnitContent.class);
        Predicate<ServiceContent> filter = parameters.toFilter(content.areaServed());
        Set<UUID> unavailable = UnavailableReferences.find(unit, request);
        List<ServiceView> views = IntStream.range(0, content.services().size())
                .filter(index -> filter.test(content.services().get(index)))
                .mapToObj(index -> ServiceView.of(unit, content.services(), index, unavailable, request))
                .toList();
        return new ServiceList(views, included(views, parameters.entry()));
    }

    @Override
    public ServiceView get(String idOrSlug, String service, EntryParameters parameters) {
        LiveEntry unit = resolver.resolve(UnitFamily.NAME, idOrSlug);
        List<ServiceContent> all = entries.content(unit, UnitContent.class).services();
        int index = parts.resolve(services, unit, all, service, "gone-service");
        Set<UUID> unavailable = UnavailableReferences.find(unit, request);
        ServiceView view = ServiceView.of(unit, all, index, unavailable, request);
        return view.withIncluded(included(List.of(view), parameters));
    }

    private @Nullable Map<String, List<? extends Record>> included(
            List<ServiceView> views, EntryParameters parameters) {
        Set<UUID> channels = new LinkedHashSet<>();
        views.forEach(view -> channels.addAll(view.channels()));
        return includedEntries.loadKnown(channels, parameters.include(), CHANNELS, request);
    }
}

package org.putokaz.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaFilter;
import org.putokaz.area.AreaScheme;
import org.putokaz.area.ServedArea;
import org.putokaz.common.Vocabulary;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.family.SortOrderKey;
import org.putokaz.live.family.UnitPlacement;
import org.putokaz.locale.Language;
import org.putokaz.organisation.service.ServiceRepository;
import org.putokaz.organisation.service.ServiceValidator;

/** Content family of the organisational units: validation, indexing and views. */
@ApplicationScoped
class UnitFamily implements ContentFamily<UnitContent> {

    static final String NAME = "organisational-units";

    /** Role of the references to the channels of services. */
    static final String SERVICE_CHANNELS = "serviceChannels";

    private final UnitRepository units;
    private final ServiceRepository services;
    private final UnitViewMapper views;
    private final InstitutionConfig institution;

    @Inject
    UnitFamily(UnitRepository units, ServiceRepository services, UnitViewMapper views, InstitutionConfig institution) {
        this.units = units;
        this.services = services;
        this.views = views;
        this.institution = institution;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Vocabulary> vocabularies() {
        return List.of(
                Vocabulary.of("unit-kinds", UnitKind.values()),
                Vocabulary.of("unit-statuses", UnitListParameters.UnitStatus.values()),
                Vocabulary.of("area-schemes", AreaScheme.values()));
    }

    @Override
    public Class<UnitContent> contentType() {
        return UnitContent.class;
    }

    @Override
    public UnitContent applyDerivation(UnitContent content, LanguageDerivation derivation) {
        return content.withDerivedLanguages(derivation);
    }

    @Override
    public void validate(UnitContent content, ContentViolations violations) {
        UnitValidator.validate(content, violations);
    }

    @Override
    public void findWarnings(UnitContent unit, LocalDate today, ContentViolations warnings) {
        UnitWarnings.find(unit, institution.region(), today, warnings);
        ServedArea.findWarnings("/areaServed", unit.areaServed(), warnings);
    }

    @Override
    public IndexedFields indexedFields(UUID id, UnitContent unit) {
        List<IndexedFields.Reference> references = new ArrayList<>();
        if (unit.parent() != null) {
            references.add(new IndexedFields.Reference("parent", NAME, unit.parent(), "/parent"));
        }
        for (int i = 0; i < unit.predecessors().size(); i++) {
            references.add(new IndexedFields.Reference(
                    "predecessors", NAME, unit.predecessors().get(i), "/predecessors/" + i));
        }
        references.addAll(ServiceValidator.CHANNELS.references(SERVICE_CHANNELS, unit.services()));
        return new IndexedFields(
                Objects.requireNonNull(unit.name()),
                Map.of(
                        "language",
                        unit.languages().stream().map(Language::tag).toList(),
                        AreaFilter.NAME,
                        ServedArea.keys(unit.areaServed())),
                references,
                locationPrivacy(id, unit));
    }

    @Override
    public IndexedFields.LocationPrivacy locationPrivacy(UUID id, UnitContent unit) {
        boolean showsLocation = unit.address() != null || unit.location() != null;
        return new IndexedFields.LocationPrivacy(unit.parent(), unit.confidentialLocation(), showsLocation ? id : null);
    }

    @Override
    public Set<UUID> describedEntries(UnitContent unit) {
        return unit.parent() == null ? Set.of() : Set.of(unit.parent());
    }

    @Override
    public Map<String, Set<UUID>> entriesDescribedInParts(UnitContent unit) {
        return ServiceValidator.CHANNELS.byPart(unit.services());
    }

    @Override
    public boolean isUnmarkedShelter(UnitContent unit) {
        return unit.kind() == UnitKind.SHELTER && !unit.confidentialLocation();
    }

    @Override
    public boolean holdsUnits() {
        return true;
    }

    @Override
    public UnitPlacement unitPlacement(UnitContent unit) {
        String country = unit.address() == null ? null : unit.address().country();
        LocalDate dissolved = unit.dissolved() == null ? null : unit.dissolved().latest();
        return new UnitPlacement(unit.parent(), country, dissolved);
    }

    @Override
    public UnitContent withReferences(UnitContent unit, Function<UUID, @Nullable UUID> replacement) {
        return unit.withReferences(replacement);
    }

    @Override
    public void findLosses(UnitContent authored, UnitContent published, ContentViolations losses) {
        ServiceValidator.CHANNELS.findLosses(
                authored.services(), published.services(), "service-without-channel", losses);
    }

    @Override
    public void saveIndexRow(UUID id, long position, UnitContent unit, ContentViolations violations) {
        UnitEntity existing = units.findById(id);
        UnitEntity entity = existing == null ? new UnitEntity() : existing;
        entity.id = id;
        entity.kind = Objects.requireNonNull(unit.kind()).wireName();
        entity.parent = unit.parent();
        entity.sortOrder = unit.sortOrder();
        entity.establishedEarliest = OpenEndedDates.orFirst(
                unit.established() == null ? null : unit.established().earliest());
        entity.dissolvedLatest = OpenEndedDates.orLast(
                unit.dissolved() == null ? null : unit.dissolved().latest());
        entity.position = position;
        entity.orderKey = new SortOrderKey().appendNumber(entity.sortOrder).toBytes(id);
        if (existing == null) {
            units.persist(entity);
        }
        services.replace(id, ServiceValidator.SERVICES, unit.services(), violations);
    }

    @Override
    public void deleteIndexRow(UUID id) {
        units.deleteById(id);
    }

    @Override
    public String subEntriesField() {
        return ServiceValidator.CHANNELS.parts();
    }

    @Override
    public List<EntryHistory.Part> subEntries(UUID id) {
        return services.findHistory(id);
    }

    @Override
    public void restoreSubEntries(UUID id, List<EntryHistory.Part> parts, ContentViolations violations) {
        services.restore(id, parts, violations);
    }

    @Override
    public void redactSubEntries(UUID id) {
        services.redactSlugs(id);
    }

    @Override
    public List<UnitView> views(Collection<LiveEntry> entries, RequestContext request) {
        return views.toViews(entries, request);
    }
}

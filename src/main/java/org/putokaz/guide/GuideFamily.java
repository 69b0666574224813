package org.putokaz.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.Vocabulary;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.Attachment;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.References;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.family.SortOrderKey;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;

/** Content family of the help guides and their steps: validation, indexing and views. */
@ApplicationScoped
class GuideFamily implements ContentFamily<GuideContent> {

    static final String NAME = "help-guides";

    private static final String CHANNELS = "contact-channels";

    private final GuideRepository guides;
    private final StepRepository steps;
    private final LiveEntryRepository entries;

    @Inject
    GuideFamily(GuideRepository guides, StepRepository steps, LiveEntryRepository entries) {
        this.guides = guides;
        this.steps = steps;
        this.entries = entries;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Vocabulary> vocabularies() {
        return List.of(
                Vocabulary.of("guide-audiences", GuideAudience.values()),
                Vocabulary.of("step-kinds", StepKind.values()));
    }

    @Override
    public Class<GuideContent> contentType() {
        return GuideContent.class;
    }

    @Override
    public GuideContent applyDerivation(GuideContent content, LanguageDerivation derivation) {
        return content.withDerivedLanguages(derivation);
    }

    @Override
    public void validate(GuideContent guide, ContentViolations violations) {
        violations.checkRequired("/title", guide.title());
        violations.checkName("/title", guide.title());
        violations.checkProse("/summary", guide.summary());
        violations.checkRequired("/audience", guide.audience());
        Attachment.check("/attachments", guide.attachments(), violations);
        violations.checkSize("/steps", guide.steps());
        if (guide.steps().isEmpty()) {
            violations.add("/steps", "required");
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < guide.steps().size(); i++) {
            validateStep("/steps/" + i, guide.steps().get(i), seen, violations);
        }
    }

    private static void validateStep(
            String pointer, GuideContent.Step step, Set<Object> seen, ContentViolations violations) {
        violations.checkRequired(pointer + "/id", step.id());
        violations.checkRequired(pointer + "/slug", step.slug());
        violations.checkRequired(pointer + "/title", step.title());
        violations.checkName(pointer + "/title", step.title());
        violations.checkRequired(pointer + "/body", step.body());
        violations.checkProse(pointer + "/body", step.body());
        violations.checkDistinct(pointer + "/contactChannels", step.contactChannels());
        if (step.slug() != null) {
            SlugFormat.check(pointer + "/slug", step.slug(), violations);
            if (!seen.add(step.slug())) {
                violations.add(pointer + "/slug", "repeated");
            }
        }
        if (step.id() != null && !seen.add(step.id())) {
            violations.add(pointer + "/id", "repeated");
        }
    }

    /** Who is in danger reads the beginning only: what is urgent belongs there. */
    @Override
    public void findWarnings(GuideContent guide, LocalDate today, ContentViolations warnings) {
        boolean afterStep = false;
        for (int i = 0; i < guide.steps().size(); i++) {
            StepKind kind = guide.steps().get(i).kindOrDefault();
            if (kind == StepKind.EMERGENCY
                    && guide.steps().get(i).contactChannels().isEmpty()) {
                warnings.add("/steps/" + i + "/contactChannels", "emergency-step-without-channel");
            }
            if (afterStep && kind != StepKind.STEP) {
                warnings.add("/steps/" + i + "/kind", "safety-after-step", kind.wireName());
            }
            afterStep |= kind == StepKind.STEP;
        }
    }

    @Override
    public IndexedFields indexedFields(UUID id, GuideContent guide) {
        List<IndexedFields.Reference> references = new ArrayList<>();
        for (int i = 0; i < guide.steps().size(); i++) {
            List<UUID> channels = guide.steps().get(i).contactChannels();
            for (int j = 0; j < channels.size(); j++) {
                String pointer = "/steps/" + i + "/contactChannels/" + j;
                references.add(new IndexedFields.Reference("contactChannels", CHANNELS, channels.get(j), pointer));
            }
        }
        return new IndexedFields(
                Objects.requireNonNull(guide.title()), Map.of(), references, IndexedFields.LocationPrivacy.NONE);
    }

    @Override
    public IndexedFields.LocationPrivacy locationPrivacy(UUID id, GuideContent content) {
        return IndexedFields.LocationPrivacy.NONE;
    }

    @Override
    public Set<UUID> describedEntries(GuideContent guide) {
        return guide.steps().stream()
                .flatMap(step -> step.contactChannels().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public GuideContent withReferences(GuideContent guide, Function<UUID, @Nullable UUID> replacement) {
        List<GuideContent.Step> steps = guide.steps().stream()
                .map(step -> new GuideContent.Step(
                        step.id(),
                        step.slug(),
                        step.kind(),
                        step.title(),
                        step.body(),
                        References.replaceAll(step.contactChannels(), replacement)))
                .toList();
        return new GuideContent(
                guide.title(), guide.summary(), guide.audience(), guide.sortOrder(), steps, guide.attachments());
    }

    @Override
    public void findLosses(GuideContent authored, GuideContent published, ContentViolations losses) {
        for (int i = 0; i < authored.steps().size(); i++) {
            boolean had = !authored.steps().get(i).contactChannels().isEmpty();
            if (had && published.steps().get(i).contactChannels().isEmpty()) {
                losses.add("/steps/" + i + "/contactChannels", "step-without-channel");
            }
        }
    }

    @Override
    public void saveIndexRow(UUID id, long position, GuideContent guide, ContentViolations violations) {
        GuideEntity existing = guides.findById(id);
        GuideEntity entity = existing == null ? new GuideEntity() : existing;
        entity.id = id;
        entity.audience = Objects.requireNonNull(guide.audience()).wireName();
        entity.sortOrder = guide.sortOrder();
        entity.position = position;
        entity.orderKey = new SortOrderKey().appendNumber(entity.sortOrder).toBytes(id);
        if (existing == null) {
            guides.persist(entity);
        }
        steps.replace(id, guide.steps(), violations);
    }

    @Override
    public void deleteIndexRow(UUID id) {
        guides.deleteById(id);
    }

    @Override
    public List<EntryHistory.Part> subEntries(UUID id) {
        return steps.findHistory(id);
    }

    @Override
    public void restoreSubEntries(UUID id, List<EntryHistory.Part> parts, ContentViolations violations) {
        steps.restore(id, parts, violations);
    }

    @Override
    public void redactSubEntries(UUID id) {
        steps.redactSlugs(id);
    }

    @Override
    public boolean viewDependsOnEntryOnly() {
        return true;
    }

    @Override
    public List<GuideView> views(Collection<LiveEntry> guideEntries, RequestContext request) {
        return guideEntries.stream().map(entry -> view(entry, request)).toList();
    }

    private GuideView view(LiveEntry entry, RequestContext request) {
        Set<UUID> unavailable = unavailableChannels(entry, request);
        return entries.cachedView(
                entry,
                unavailable.isEmpty() ? request.language() : new ViewKey(request.language(), unavailable),
                GuideView.class,
                () -> GuideView.of(entry, entries.content(entry, GuideContent.class), unavailable, request));
    }

    /** What a view depends on beside the guide when channels are not available. */
    private record ViewKey(Language language, Set<UUID> unavailable) {}

    /** The channels that no step may name today. Adds the days on which that changes to the request's validity. */
    static Set<UUID> unavailableChannels(LiveEntry guide, RequestContext request) {
        guide.referenceDays().byEntry().values().forEach(days -> {
            if (days.from() != null) {
                request.validity().addChangeOn(days.from());
            }
            if (days.until() != null) {
                request.validity().addChangeOn(days.until().plusDays(1));
            }
        });
        return guide.referenceDays().unavailableOn(request.today());
    }
}

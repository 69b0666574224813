package org.putokaz.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
import org.putokaz.live.family.SortOrderKey;
import org.putokaz.live.part.PartChannels;
import org.putokaz.live.part.PartIdentityChecker;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.UnavailableReferences;
import org.putokaz.locale.Language;

/** Content family of the help guides and their steps: validation, indexing and views. */
@ApplicationScoped
class GuideFamily implements ContentFamily<GuideContent> {

    static final String NAME = "help-guides";

    /** Role of the references to the channels of steps, and name of their list in a step. */
    static final String CHANNELS_ROLE = "contactChannels";

    private static final String STEPS = "/steps";
    private static final PartChannels STEP_CHANNELS = new PartChannels(STEPS, CHANNELS_ROLE);

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
        violations.checkSize(STEPS, guide.steps());
        if (guide.steps().isEmpty()) {
            violations.add(STEPS, "required");
        }
        PartIdentityChecker identities = new PartIdentityChecker(violations);
        for (int i = 0; i < guide.steps().size(); i++) {
            validateStep(STEPS + "/" + i, guide.steps().get(i), identities, violations);
        }
    }

    private static void validateStep(
            String pointer, GuideContent.Step step, PartIdentityChecker identities, ContentViolations violations) {
        identities.check(pointer, step);
        violations.checkRequired(pointer + "/title", step.title());
        violations.checkName(pointer + "/title", step.title());
        violations.checkRequired(pointer + "/body", step.body());
        violations.checkProse(pointer + "/body", step.body());
        violations.checkDistinct(pointer + "/contactChannels", step.contactChannels());
    }

    /** Who is in danger reads the beginning only: what is urgent belongs there. */
    @Override
    public void findWarnings(GuideContent guide, LocalDate today, ContentViolations warnings) {
        boolean afterStep = false;
        for (int i = 0; i < guide.steps().size(); i++) {
            StepKind kind = guide.steps().get(i).kindOrDefault();
            if (kind == StepKind.EMERGENCY
                    && guide.steps().get(i).contactChannels().isEmpty()) {
                warnings.add(STEP_CHANNELS.pointer(i), "emergency-step-without-channel");
            }
            if (afterStep && kind != StepKind.STEP) {
                warnings.add(STEPS + "/" + i + "/kind", "safety-after-step", kind.wireName());
            }
            afterStep |= kind == StepKind.STEP;
        }
    }

    @Override
    public IndexedFields indexedFields(UUID id, GuideContent guide) {
        return new IndexedFields(
                Objects.requireNonNull(guide.title()),
                Map.of(),
                STEP_CHANNELS.references(CHANNELS_ROLE, guide.steps()),
                IndexedFields.LocationPrivacy.NONE);
    }

    @Override
    public IndexedFields.LocationPrivacy locationPrivacy(UUID id, GuideContent content) {
        return IndexedFields.LocationPrivacy.NONE;
    }

    @Override
    public Set<UUID> describedEntries(GuideContent guide) {
        return PartChannels.all(guide.steps());
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
        STEP_CHANNELS.findLosses(authored.steps(), published.steps(), "step-without-channel", losses);
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
        steps.replace(id, STEPS, guide.steps(), violations);
    }

    @Override
    public void deleteIndexRow(UUID id) {
        guides.deleteById(id);
    }

    @Override
    public String subEntriesField() {
        return STEP_CHANNELS.parts();
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
        Set<UUID> unavailable = UnavailableReferences.find(entry, request);
        return entries.cachedView(
                entry,
                unavailable.isEmpty() ? request.language() : new ViewKey(request.language(), unavailable),
                GuideView.class,
                () -> GuideView.of(entry, entries.content(entry, GuideContent.class), unavailable, request));
    }

    /** What a view depends on beside the guide when channels are not available. */
    private record ViewKey(Language language, Set<UUID> unavailable) {}
}

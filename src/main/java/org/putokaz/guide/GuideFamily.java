package org.putokaz.guide;

import org.putokaz.http.request.RequestContext;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.family.SortOrderKey;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Help guides, as the store sees them. */
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
    public Class<GuideContent> contentType() {
        return GuideContent.class;
    }

    @Override
    public GuideContent applyDerivation(GuideContent content, LanguageDerivation derivation) {
        return content.derived(derivation);
    }

    @Override
    public void validate(GuideContent guide, ContentViolations check) {
        check.checkRequired("/title", guide.title());
        check.checkLine("/title", guide.title());
        check.checkProse("/summary", guide.summary());
        check.checkRequired("/audience", guide.audience());
        check.checkSize("/steps", guide.steps());
        if (guide.steps().isEmpty()) {
            check.add("/steps", "required");
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < guide.steps().size(); i++) {
            step("/steps/" + i, guide.steps().get(i), seen, check);
        }
    }

    private static void step(String pointer, GuideContent.Step step, Set<Object> seen, ContentViolations check) {
        check.checkRequired(pointer + "/id", step.id());
        check.checkRequired(pointer + "/slug", step.slug());
        check.checkRequired(pointer + "/title", step.title());
        check.checkLine(pointer + "/title", step.title());
        check.checkRequired(pointer + "/body", step.body());
        check.checkProse(pointer + "/body", step.body());
        check.checkDistinct(pointer + "/contactChannels", step.contactChannels());
        if (step.slug() != null) {
            SlugFormat.check(pointer + "/slug", step.slug(), check);
            if (!seen.add(step.slug())) {
                check.add(pointer + "/slug", "repeated");
            }
        }
        if (step.id() != null && !seen.add(step.id())) {
            check.add(pointer + "/id", "repeated");
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
        return new IndexedFields(Objects.requireNonNull(guide.title()), Map.of(), references, IndexedFields.LocationPrivacy.NONE);
    }

    @Override
    public IndexedFields.LocationPrivacy locationPrivacy(UUID id, GuideContent content) {
        return IndexedFields.LocationPrivacy.NONE;
    }

    @Override
    public void saveIndexRow(UUID id, long position, GuideContent guide, ContentViolations check) {
        GuideEntity known = guides.findById(id);
        GuideEntity row = known == null ? new GuideEntity() : known;
        row.id = id;
        row.audience = Objects.requireNonNull(guide.audience()).wireName();
        row.sortOrder = guide.sortOrder();
        row.position = position;
        row.orderKey = new SortOrderKey().appendNumber(row.sortOrder).toBytes(id);
        if (known == null) {
            guides.persist(row);
        }
        steps.replace(id, guide.steps(), check);
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
    public void restoreSubEntries(UUID id, List<EntryHistory.Part> parts, ContentViolations check) {
        steps.restore(id, parts, check);
    }

    @Override
    public boolean viewDependsOnEntryOnly() {
        return true;
    }

    @Override
    public List<GuideView> views(Collection<LiveEntry> some, RequestContext reader) {
        Language language = reader.language();
        return some.stream()
                .map(entry -> entries.cachedView(
                        entry,
                        language,
                        GuideView.class,
                        () -> GuideView.of(entry, entries.content(entry, GuideContent.class), reader)))
                .toList();
    }
}

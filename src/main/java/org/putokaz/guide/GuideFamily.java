package org.putokaz.guide;

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
    public GuideContent derived(GuideContent content, LanguageDerivation derivation) {
        return content.derived(derivation);
    }

    @Override
    public void check(GuideContent guide, ContentViolations check) {
        check.required("/title", guide.title());
        check.line("/title", guide.title());
        check.prose("/summary", guide.summary());
        check.required("/audience", guide.audience());
        check.count("/steps", guide.steps());
        if (guide.steps().isEmpty()) {
            check.refuse("/steps", "required");
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < guide.steps().size(); i++) {
            step("/steps/" + i, guide.steps().get(i), seen, check);
        }
    }

    private static void step(String pointer, GuideContent.Step step, Set<Object> seen, ContentViolations check) {
        check.required(pointer + "/id", step.id());
        check.required(pointer + "/slug", step.slug());
        check.required(pointer + "/title", step.title());
        check.line(pointer + "/title", step.title());
        check.required(pointer + "/body", step.body());
        check.prose(pointer + "/body", step.body());
        check.distinct(pointer + "/contactChannels", step.contactChannels());
        if (step.slug() != null) {
            SlugFormat.check(pointer + "/slug", step.slug(), check);
            if (!seen.add(step.slug())) {
                check.refuse(pointer + "/slug", "repeated");
            }
        }
        if (step.id() != null && !seen.add(step.id())) {
            check.refuse(pointer + "/id", "repeated");
        }
    }

    @Override
    public IndexedFields facts(UUID id, GuideContent guide) {
        List<IndexedFields.Reference> references = new ArrayList<>();
        for (int i = 0; i < guide.steps().size(); i++) {
            List<UUID> channels = guide.steps().get(i).contactChannels();
            for (int j = 0; j < channels.size(); j++) {
                String pointer = "/steps/" + i + "/contactChannels/" + j;
                references.add(new IndexedFields.Reference("contactChannels", CHANNELS, channels.get(j), pointer));
            }
        }
        return new IndexedFields(Objects.requireNonNull(guide.title()), Map.of(), references, IndexedFields.Place.NONE);
    }

    @Override
    public IndexedFields.Place place(UUID id, GuideContent content) {
        return IndexedFields.Place.NONE;
    }

    @Override
    public void save(UUID id, long position, GuideContent guide, ContentViolations check) {
        GuideEntity known = guides.findById(id);
        GuideEntity row = known == null ? new GuideEntity() : known;
        row.id = id;
        row.audience = Objects.requireNonNull(guide.audience()).token();
        row.sortOrder = guide.sortOrder();
        row.position = position;
        row.orderKey = new SortOrderKey().number(row.sortOrder).of(id);
        if (known == null) {
            guides.persist(row);
        }
        steps.replace(id, guide.steps(), check);
    }

    @Override
    public void remove(UUID id) {
        guides.deleteById(id);
    }

    @Override
    public List<EntryHistory.Part> parts(UUID id) {
        return steps.past(id);
    }

    @Override
    public void restore(UUID id, List<EntryHistory.Part> parts, ContentViolations check) {
        steps.restore(id, parts, check);
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public List<GuideView> views(Collection<LiveEntry> some, RequestContext reader) {
        Language language = reader.language();
        return some.stream()
                .map(entry -> entries.view(
                        entry,
                        language,
                        GuideView.class,
                        () -> GuideView.of(entry, entries.content(entry, GuideContent.class), reader)))
                .toList();
    }
}

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
import org.putokaz.http.Reader;
import org.putokaz.live.Check;
import org.putokaz.live.Derivation;
import org.putokaz.live.Facts;
import org.putokaz.live.Family;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.OrderKey;
import org.putokaz.live.Past;
import org.putokaz.live.Slugs;
import org.putokaz.locale.Language;

/** Help guides, as the store sees them. */
@ApplicationScoped
class GuideFamily implements Family<GuideContent> {

    static final String NAME = "help-guides";

    private static final String CHANNELS = "contact-channels";

    private final Guides guides;
    private final Steps steps;
    private final LiveEntries entries;

    @Inject
    GuideFamily(Guides guides, Steps steps, LiveEntries entries) {
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
    public GuideContent derived(GuideContent content, Derivation derivation) {
        return content.derived(derivation);
    }

    @Override
    public void check(GuideContent guide, Check check) {
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

    private static void step(String pointer, GuideContent.Step step, Set<Object> seen, Check check) {
        check.required(pointer + "/id", step.id());
        check.required(pointer + "/slug", step.slug());
        check.required(pointer + "/title", step.title());
        check.line(pointer + "/title", step.title());
        check.required(pointer + "/body", step.body());
        check.prose(pointer + "/body", step.body());
        check.distinct(pointer + "/contactChannels", step.contactChannels());
        if (step.slug() != null) {
            Slugs.check(pointer + "/slug", step.slug(), check);
            if (!seen.add(step.slug())) {
                check.refuse(pointer + "/slug", "repeated");
            }
        }
        if (step.id() != null && !seen.add(step.id())) {
            check.refuse(pointer + "/id", "repeated");
        }
    }

    @Override
    public Facts facts(UUID id, GuideContent guide) {
        List<Facts.Reference> references = new ArrayList<>();
        for (int i = 0; i < guide.steps().size(); i++) {
            List<UUID> channels = guide.steps().get(i).contactChannels();
            for (int j = 0; j < channels.size(); j++) {
                String pointer = "/steps/" + i + "/contactChannels/" + j;
                references.add(new Facts.Reference("contactChannels", CHANNELS, channels.get(j), pointer));
            }
        }
        return new Facts(Objects.requireNonNull(guide.title()), Map.of(), references, Facts.Place.NONE);
    }

    @Override
    public Facts.Place place(UUID id, GuideContent content) {
        return Facts.Place.NONE;
    }

    @Override
    public void save(UUID id, long position, GuideContent guide, Check check) {
        GuideRow known = guides.findById(id);
        GuideRow row = known == null ? new GuideRow() : known;
        row.id = id;
        row.audience = Objects.requireNonNull(guide.audience()).token();
        row.sortOrder = guide.sortOrder();
        row.position = position;
        row.orderKey = new OrderKey().number(row.sortOrder).of(id);
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
    public List<Past.Part> parts(UUID id) {
        return steps.past(id);
    }

    @Override
    public void restore(UUID id, List<Past.Part> parts, Check check) {
        steps.restore(id, parts, check);
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public List<GuideView> views(Collection<LiveEntry> some, Reader reader) {
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

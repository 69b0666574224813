package org.putokaz.guide;

import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.read.EntryParameters;
import org.putokaz.live.read.EntryRelation;
import org.putokaz.live.read.EntryResolver;
import org.putokaz.live.read.IncludedEntryLoader;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@PermitAll
@ConsistentRead
class GuideResource implements GuidesApi {

    private static final List<EntryRelation> RELATIONS = List.of(EntryRelation.outgoing("contactChannels"));

    private final LiveEntryRepository entries;
    private final EntryResolver lookup;
    private final GuideFamily family;
    private final StepRepository steps;
    private final IncludedEntryLoader inclusions;
    private final RequestContext reader;

    @Inject
    GuideResource(
            LiveEntryRepository entries,
            EntryResolver lookup,
            GuideFamily family,
            StepRepository steps,
            IncludedEntryLoader inclusions,
            RequestContext reader) {
        this.entries = entries;
        this.lookup = lookup;
        this.family = family;
        this.steps = steps;
        this.inclusions = inclusions;
        this.reader = reader;
    }

    @Override
    public GuidePage list(GuideListParameters query) {
        LiveEntryRepository.Slice slice = entries.findPage(query.listing(), query.list(), reader);
        return new GuidePage(
                family.views(slice.entries(), reader),
                slice.page(),
                inclusions.load(slice.entries(), query.list().include(), RELATIONS, reader));
    }

    @Override
    public GuideView get(String idOrSlug, EntryParameters query) {
        LiveEntry guide = lookup.resolve(GuideFamily.NAME, idOrSlug);
        return family.views(List.of(guide), reader).get(0).with(included(guide, query));
    }

    @Override
    public StepList steps(String idOrSlug, EntryParameters query) {
        LiveEntry guide = lookup.resolve(GuideFamily.NAME, idOrSlug);
        GuideContent content = entries.content(guide, GuideContent.class);
        List<StepView> views = IntStream.range(0, content.steps().size())
                .mapToObj(place -> StepView.of(guide, content, place, reader))
                .toList();
        return new StepList(views, included(guide, query));
    }

    @Override
    public StepView step(String idOrSlug, String step, EntryParameters query) {
        LiveEntry guide = lookup.resolve(GuideFamily.NAME, idOrSlug);
        StepRepository.Known known =
                steps.find(guide.id(), step).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        if (!known.live()) {
            throw ProblemType.GONE.because("gone-step").withMember("reason", "withdrawn");
        }
        if (!step.equals(known.slug()) && !step.equals(known.id().toString())) {
            throw lookup.redirectSubEntry(known.slug());
        }
        GuideContent content = entries.content(guide, GuideContent.class);
        int place = placeOf(known.id(), content);
        List<UUID> channels = content.steps().get(place).contactChannels();
        return StepView.of(guide, content, place, reader)
                .with(inclusions.loadKnown(channels, query.include(), RELATIONS.get(0), reader));
    }

    private static int placeOf(UUID step, GuideContent guide) {
        return IntStream.range(0, guide.steps().size())
                .filter(place -> step.equals(guide.steps().get(place).id()))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Map<String, List<? extends Record>> included(LiveEntry guide, EntryParameters query) {
        return inclusions.load(List.of(guide), query.include(), RELATIONS, reader);
    }
}

package org.putokaz.guide;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/**
 * Resource for {@code /api/v1/help-guides} and the steps below each guide. Guides come from {@link
 * LiveEntryRepository}; the addresses of steps, also of renamed and removed ones, from {@link StepRepository}.
 */
@PermitAll
@ConsistentRead
class GuideResource implements GuidesApi {

    private static final List<EntryRelation> RELATIONS = List.of(EntryRelation.outgoing(GuideFamily.CHANNELS_ROLE));

    private final LiveEntryRepository entries;
    private final EntryResolver resolver;
    private final GuideFamily family;
    private final StepRepository steps;
    private final PartResolver parts;
    private final IncludedEntryLoader includedEntries;
    private final RequestContext request;

    @Inject
    GuideResource(
            LiveEntryRepository entries,
            EntryResolver resolver,
            GuideFamily family,
            StepRepository steps,
            PartResolver parts,
            IncludedEntryLoader includedEntries,
            RequestContext request) {
        this.entries = entries;
        this.resolver = resolver;
        this.family = family;
        this.steps = steps;
        this.parts = parts;
        this.includedEntries = includedEntries;
        this.request = request;
    }

    @Override
    public GuidePage list(GuideListParameters parameters) {
        LiveEntryRepository.Slice slice =
                entries.findPage(parameters.toQuery(), parameters.list().page(), request);
        return new GuidePage(
                family.views(slice.entries(), request),
                slice.page(),
                includedEntries.load(slice.entries(), parameters.list().include(), RELATIONS, request));
    }

    @Override
    public GuideView get(String idOrSlug, EntryParameters parameters) {
        LiveEntry guide = resolver.resolve(GuideFamily.NAME, idOrSlug);
        return family.views(List.of(guide), request).get(0).withIncluded(included(guide, parameters));
    }

    @Override
    public StepList steps(String idOrSlug, EntryParameters parameters) {
        LiveEntry guide = resolver.resolve(GuideFamily.NAME, idOrSlug);
        GuideContent content = entries.content(guide, GuideContent.class);
        List<StepView> views = IntStream.range(0, content.steps().size())
                .mapToObj(index -> StepView.of(guide, content, index, request))
                .toList();
        return new StepList(views, included(guide, parameters));
    }

    @Override
    public StepView step(String idOrSlug, String step, EntryParameters parameters) {
        LiveEntry guide = resolver.resolve(GuideFamily.NAME, idOrSlug);
        GuideContent content = entries.content(guide, GuideContent.class);
        int index = parts.resolve(steps, guide, content.steps(), step, "gone-step");
        List<UUID> channels = content.steps().get(index).channelsWithout(UnavailableReferences.find(guide, request));
        return StepView.of(guide, content, index, request)
                .withIncluded(includedEntries.loadKnown(channels, parameters.include(), RELATIONS.get(0), request));
    }

    private @Nullable Map<String, List<? extends Record>> included(LiveEntry guide, EntryParameters parameters) {
        return includedEntries.load(List.of(guide), parameters.include(), RELATIONS, request);
    }
}

package org.putokaz.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.read.EntryParameters;
import org.putokaz.live.read.EntryRelation;
import org.putokaz.live.read.EntryResolver;
import org.putokaz.live.read.IncludedEntryLoader;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.PageParameters;

/**
 * Resource for {@code /api/v1/contact-channels}. Lists and single entries come from {@link LiveEntryRepository},
 * {@code /open-now} adds the state of each channel at the time of the request.
 */
@PermitAll
@ConsistentRead
class ChannelResource implements ChannelsApi {

    private static final List<EntryRelation> RELATIONS = List.of(EntryRelation.outgoing("unit"));

    private final LiveEntryRepository entries;
    private final EntryResolver resolver;
    private final ChannelRepository channels;
    private final ChannelViewMapper views;
    private final OpenNowMapper openNowMapper;
    private final IncludedEntryLoader includedEntries;
    private final RequestContext request;

    @Inject
    ChannelResource(
            LiveEntryRepository entries,
            EntryResolver resolver,
            ChannelRepository channels,
            ChannelViewMapper views,
            OpenNowMapper openNowMapper,
            IncludedEntryLoader includedEntries,
            RequestContext request) {
        this.entries = entries;
        this.resolver = resolver;
        this.channels = channels;
        this.views = views;
        this.openNowMapper = openNowMapper;
        this.includedEntries = includedEntries;
        this.request = request;
    }

    @Override
    public ChannelPage list(ChannelListParameters parameters) {
        LiveEntryRepository.Slice slice =
                entries.findPage(parameters.toQuery(request), parameters.list().page(), request);
        limitValidityToNextChangeDay();
        return new ChannelPage(
                views.toViews(slice.entries(), request),
                slice.page(),
                includedEntries.load(slice.entries(), parameters.list().include(), RELATIONS, request));
    }

    @Override
    public OpenNowPage openNow(ChannelFilterParameters filter, PageParameters page) {
        LiveEntryRepository.Slice slice =
                entries.findPage(ChannelListParameters.availableOn(filter, request.today()), page, request);
        limitValidityToNextChangeDay();
        // The response changes continuously, so it has no Last-Modified.
        request.validity().limitToNow();
        return new OpenNowPage(request.now(), openNowMapper.toStates(slice.entries(), filter, request), slice.page());
    }

    /** A list changes when a channel becomes available or ends; no cache may keep it past that day. */
    private void limitValidityToNextChangeDay() {
        request.validity().addChangeOn(request.today());
        channels.findNextChangeDay(request.today()).ifPresent(request.validity()::addChangeOn);
    }

    @Override
    public ChannelView get(String idOrSlug, EntryParameters parameters) {
        List<LiveEntry> channel = List.of(resolver.resolve(ChannelFamily.NAME, idOrSlug));
        return views.toViews(channel, request)
                .get(0)
                .withIncluded(includedEntries.load(channel, parameters.include(), RELATIONS, request));
    }
}

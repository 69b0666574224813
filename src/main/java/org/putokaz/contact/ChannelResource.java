package org.putokaz.contact;

import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.read.EntryParameters;
import org.putokaz.live.read.EntryRelation;
import org.putokaz.live.read.EntryResolver;
import org.putokaz.live.read.IncludedEntryLoader;
import org.putokaz.live.read.LiveEntryRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;

@PermitAll
@ConsistentRead
class ChannelResource implements ChannelsApi {

    private static final List<EntryRelation> RELATIONS = List.of(EntryRelation.outgoing("unit"));

    private final LiveEntryRepository entries;
    private final EntryResolver lookup;
    private final ChannelRepository channels;
    private final ChannelViewMapper views;
    private final OpenNowMapper states;
    private final IncludedEntryLoader inclusions;
    private final RequestContext reader;

    @Inject
    ChannelResource(
            LiveEntryRepository entries,
            EntryResolver lookup,
            ChannelRepository channels,
            ChannelViewMapper views,
            OpenNowMapper states,
            IncludedEntryLoader inclusions,
            RequestContext reader) {
        this.entries = entries;
        this.lookup = lookup;
        this.channels = channels;
        this.views = views;
        this.states = states;
        this.inclusions = inclusions;
        this.reader = reader;
    }

    @Override
    public ChannelPage list(ChannelListParameters query) {
        LiveEntryRepository.Slice slice = entries.findPage(query.listing(reader), query.list(), reader);
        untilTheNextTurn();
        return new ChannelPage(
                views.of(slice.entries(), reader),
                slice.page(),
                inclusions.load(slice.entries(), query.list().include(), RELATIONS, reader));
    }

    @Override
    public OpenNowPage openNow(ChannelFilterParameters filter, OpenNowParameters query) {
        LiveEntryRepository.Slice slice =
                entries.findPage(ChannelListParameters.available(filter, reader.today()), query.list(), reader);
        untilTheNextTurn();
        // It changes with every moment, so there is no date of its last change that a client could ask by.
        reader.validity().limitToNow();
        return new OpenNowPage(reader.now(), states.of(slice.entries(), reader), slice.page());
    }

    /** A list changes on the day when a channel becomes available or ends; nobody may keep it longer. */
    private void untilTheNextTurn() {
        reader.validity().addChangeOn(reader.today());
        channels.nextTurn(reader.today()).ifPresent(reader.validity()::addChangeOn);
    }

    @Override
    public ChannelView get(String idOrSlug, EntryParameters query) {
        List<LiveEntry> channel = List.of(lookup.resolve(ChannelFamily.NAME, idOrSlug));
        return views.of(channel, reader).get(0).with(inclusions.load(channel, query.include(), RELATIONS, reader));
    }
}

package org.putokaz.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.List;
import org.putokaz.http.Reader;
import org.putokaz.live.EntryQuery;
import org.putokaz.live.Inclusions;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.Lookup;
import org.putokaz.live.Relation;
import org.putokaz.live.Snapshot;

@PermitAll
@Snapshot
class ChannelResource implements ChannelsApi {

    private static final List<Relation> RELATIONS = List.of(Relation.to("unit"));

    private final LiveEntries entries;
    private final Lookup lookup;
    private final Channels channels;
    private final ChannelViews views;
    private final ChannelStates states;
    private final Inclusions inclusions;
    private final Reader reader;

    @Inject
    ChannelResource(
            LiveEntries entries,
            Lookup lookup,
            Channels channels,
            ChannelViews views,
            ChannelStates states,
            Inclusions inclusions,
            Reader reader) {
        this.entries = entries;
        this.lookup = lookup;
        this.channels = channels;
        this.views = views;
        this.states = states;
        this.inclusions = inclusions;
        this.reader = reader;
    }

    @Override
    public ChannelPage list(ChannelQuery query) {
        LiveEntries.Slice slice = entries.slice(query.listing(reader), query.list(), reader);
        untilTheNextTurn();
        return new ChannelPage(
                views.of(slice.entries(), reader),
                slice.page(),
                inclusions.of(slice.entries(), query.list().include(), RELATIONS, reader));
    }

    @Override
    public ChannelStatePage openNow(ChannelFilter filter, StateQuery query) {
        LiveEntries.Slice slice = entries.slice(ChannelQuery.available(filter, reader.today()), query.list(), reader);
        untilTheNextTurn();
        // It changes with every moment, so there is no date of its last change that a client could ask by.
        reader.asksForTheMoment();
        return new ChannelStatePage(reader.now(), states.of(slice.entries(), reader), slice.page());
    }

    /** A list changes on the day when a channel becomes available or ends; nobody may keep it longer. */
    private void untilTheNextTurn() {
        reader.changesOn(reader.today());
        channels.nextTurn(reader.today()).ifPresent(reader::changesOn);
    }

    @Override
    public ChannelView get(String idOrSlug, EntryQuery query) {
        List<LiveEntry> channel = List.of(lookup.entry(ChannelFamily.NAME, idOrSlug));
        return views.of(channel, reader).get(0).with(inclusions.of(channel, query.include(), RELATIONS, reader));
    }
}

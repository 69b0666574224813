package org.putokaz.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.putokaz.http.InstitutionConfig;
import org.putokaz.http.Reader;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.LiveEntry;
import org.putokaz.time.HolidayCalendar;
import org.putokaz.time.OpenState;
import org.putokaz.time.OpeningHours;
import org.putokaz.time.SerbianHolidays;

/** Says of channels whether somebody answers at this moment. */
@ApplicationScoped
class ChannelStates {

    private final LiveEntries entries;
    private final ChannelViews views;
    private final HolidayCalendar holidays;

    @Inject
    ChannelStates(LiveEntries entries, ChannelViews views, InstitutionConfig institution) {
        this.entries = entries;
        this.views = views;
        this.holidays = institution.region().equals("RS") ? new SerbianHolidays() : HolidayCalendar.none();
    }

    List<ChannelStatePage.ChannelState> of(Collection<LiveEntry> channels, Reader reader) {
        return channels.stream().map(entry -> of(entry, reader)).toList();
    }

    private ChannelStatePage.ChannelState of(LiveEntry entry, Reader reader) {
        OpeningHours hours = entries.content(entry, ChannelContent.class).hours();
        ChannelView view = views.of(entry, reader);
        if (hours == null) {
            return new ChannelStatePage.ChannelState(null, null, view);
        }
        OpenState state = OpenState.at(hours, holidays, reader.now());
        if (state.nextChange() != null) {
            reader.changesAt(state.nextChange());
        }
        return new ChannelStatePage.ChannelState(state.open(), state.nextChange(), view);
    }
}

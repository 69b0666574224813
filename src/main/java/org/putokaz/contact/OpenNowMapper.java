package org.putokaz.contact;

import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.time.holiday.HolidayCalendar;
import org.putokaz.time.holiday.SerbianHolidayCalendar;
import org.putokaz.time.hours.OpeningHours;
import org.putokaz.time.hours.OpeningStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Says of channels whether somebody answers at this moment. */
@ApplicationScoped
class OpenNowMapper {

    private final LiveEntryRepository entries;
    private final ChannelViewMapper views;
    private final HolidayCalendar holidays;

    @Inject
    OpenNowMapper(LiveEntryRepository entries, ChannelViewMapper views, InstitutionConfig institution) {
        this.entries = entries;
        this.views = views;
        this.holidays = institution.region().equals("RS") ? new SerbianHolidayCalendar() : HolidayCalendar.none();
    }

    List<OpenNowPage.ChannelState> of(Collection<LiveEntry> channels, RequestContext reader) {
        return channels.stream().map(entry -> of(entry, reader)).toList();
    }

    private OpenNowPage.ChannelState of(LiveEntry entry, RequestContext reader) {
        OpeningHours hours = entries.content(entry, ChannelContent.class).hours();
        ChannelView view = views.of(entry, reader);
        if (hours == null) {
            return new OpenNowPage.ChannelState(null, null, view);
        }
        OpeningStatus state = OpeningStatus.at(hours, holidays, reader.now());
        if (state.nextChange() != null) {
            reader.validity().addChangeAt(state.nextChange());
        }
        return new OpenNowPage.ChannelState(state.open(), state.nextChange(), view);
    }
}

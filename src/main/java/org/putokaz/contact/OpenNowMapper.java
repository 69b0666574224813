package org.putokaz.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.putokaz.contact.content.ChannelContent;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.time.holiday.HolidayCalendar;
import org.putokaz.time.holiday.SerbianHolidayCalendar;
import org.putokaz.time.hours.OpeningHours;
import org.putokaz.time.hours.OpeningStatus;

/** Mapper of contact channels to their state (open or closed, and until when) at the time of the request. */
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

    List<OpenNowPage.ChannelState> toStates(Collection<LiveEntry> channels, RequestContext request) {
        return channels.stream().map(entry -> toState(entry, request)).toList();
    }

    private OpenNowPage.ChannelState toState(LiveEntry entry, RequestContext request) {
        OpeningHours hours = entries.content(entry, ChannelContent.class).hours();
        ChannelView view = views.toView(entry, request);
        if (hours == null) {
            return new OpenNowPage.ChannelState(null, null, view);
        }
        OpeningStatus state = OpeningStatus.at(hours, holidays, request.now());
        if (state.nextChange() != null) {
            request.validity().addChangeAt(state.nextChange());
        }
        return new OpenNowPage.ChannelState(state.open(), state.nextChange(), view);
    }
}

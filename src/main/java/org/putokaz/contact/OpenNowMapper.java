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
import org.putokaz.locale.Language;
import org.putokaz.time.holiday.HolidayCalendar;
import org.putokaz.time.holiday.HolidayCalendars;
import org.putokaz.time.hours.CombinedStatus;
import org.putokaz.time.hours.OpeningHours;

/**
 * Mapper of contact channels to their state (open or closed, until when, and by which hours) at the time of the request. Holidays are
 * those of the country of the channel.
 */
@ApplicationScoped
class OpenNowMapper {

    private final LiveEntryRepository entries;
    private final ChannelViewMapper views;
    private final InstitutionConfig institution;

    @Inject
    OpenNowMapper(LiveEntryRepository entries, ChannelViewMapper views, InstitutionConfig institution) {
        this.entries = entries;
        this.views = views;
        this.institution = institution;
    }

    /** @param filter whose language the hours have to hold for */
    List<OpenNowPage.ChannelState> toStates(
            Collection<LiveEntry> channels, ChannelFilterParameters filter, RequestContext request) {
        return channels.stream().map(entry -> toState(entry, filter, request)).toList();
    }

    private OpenNowPage.ChannelState toState(LiveEntry entry, ChannelFilterParameters filter, RequestContext request) {
        ChannelContent channel = entries.content(entry, ChannelContent.class);
        ChannelView view = views.toView(entry, request);
        List<OpeningHours> regimes = channel.regimes().stream()
                .filter(regime -> filter.isServedIn(channel.languagesOf(regime)))
                .toList();
        if (regimes.isEmpty()) {
            return new OpenNowPage.ChannelState(null, null, List.of(), view);
        }
        String region = channel.numbering(institution.region()).region();
        CombinedStatus status = CombinedStatus.at(
                regimes, HolidayCalendars.find(region).orElseGet(HolidayCalendar::none), request.now());
        if (status.firstChange() != null) {
            request.validity().addChangeAt(status.firstChange());
        }
        return new OpenNowPage.ChannelState(
                status.open(),
                status.nextChange(),
                status.regimes().stream()
                        .map(regime -> toRegime(regime, channel, view))
                        .toList(),
                view);
    }

    /** With the label of the view, which is in the language of the request. */
    private static OpenNowPage.Regime toRegime(OpeningHours regime, ChannelContent channel, ChannelView view) {
        return new OpenNowPage.Regime(
                view.regimes().get(channel.regimes().indexOf(regime)).label(),
                channel.languagesOf(regime).stream().map(Language::tag).toList());
    }
}

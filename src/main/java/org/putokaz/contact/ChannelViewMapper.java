package org.putokaz.contact;

import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Makes of stored channels what a reader gets. */
@ApplicationScoped
class ChannelViewMapper {

    private final LiveEntryRepository entries;
    private final InstitutionConfig institution;

    @Inject
    ChannelViewMapper(LiveEntryRepository entries, InstitutionConfig institution) {
        this.entries = entries;
        this.institution = institution;
    }

    List<ChannelView> of(Collection<LiveEntry> channels, RequestContext reader) {
        return channels.stream().map(entry -> of(entry, reader)).toList();
    }

    ChannelView of(LiveEntry entry, RequestContext reader) {
        ChannelContent channel = entries.content(entry, ChannelContent.class);
        ChannelAddress address = address(channel);
        EntryLocaliser reading = new EntryLocaliser(reader);
        return new ChannelView(
                entry.id(),
                entry.slug(),
                Objects.requireNonNull(channel.unit()),
                Objects.requireNonNull(channel.kind()),
                Objects.requireNonNull(channel.value()),
                address.e164(),
                address.display(),
                address.uri(),
                address.dialableFromAbroad(),
                reading.required("/label", Objects.requireNonNull(channel.label())),
                reading.text("/description", channel.description()),
                channel.purposes(),
                channel.audiences(),
                channel.languages().stream().map(Language::tag).toList(),
                HoursView.of(channel.hours(), reading),
                channel.tollFree(),
                channel.anonymous(),
                channel.emergency(),
                channel.rank(),
                channel.availableFrom(),
                channel.availableUntil(),
                verification(channel, reader),
                entry.publishedAt(),
                SelfLink.of(ChannelFamily.NAME, entry.slug()),
                reading.localisation(),
                null);
    }

    private ChannelAddress address(ChannelContent channel) {
        return ChannelAddress.ofPublished(
                Objects.requireNonNull(channel.kind()), Objects.requireNonNull(channel.value()), institution.region());
    }

    private static ChannelView.Verification verification(ChannelContent channel, RequestContext reader) {
        LocalDate due = channel.verificationDue();
        if (due != null) {
            reader.validity().addChangeOn(due.plusDays(1));
        }
        boolean stale = due != null && reader.today().isAfter(due);
        return new ChannelView.Verification(channel.lastVerified(), due, stale);
    }
}

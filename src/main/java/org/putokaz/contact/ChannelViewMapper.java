package org.putokaz.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;

/** Mapper of stored contact channels to their views in the language of the request. */
@ApplicationScoped
class ChannelViewMapper {

    private final LiveEntryRepository entries;
    private final InstitutionConfig institution;

    @Inject
    ChannelViewMapper(LiveEntryRepository entries, InstitutionConfig institution) {
        this.entries = entries;
        this.institution = institution;
    }

    List<ChannelView> toViews(Collection<LiveEntry> channels, RequestContext request) {
        return channels.stream().map(entry -> toView(entry, request)).toList();
    }

    ChannelView toView(LiveEntry entry, RequestContext request) {
        ChannelContent channel = entries.content(entry, ChannelContent.class);
        ChannelKind kind = Objects.requireNonNull(channel.kind());
        NumberingContext numbering = channel.numbering(institution.region());
        ChannelAddress address = ChannelAddress.ofPublished(kind, Objects.requireNonNull(channel.value()), numbering);
        EntryLocaliser localiser = new EntryLocaliser(request);
        return new ChannelView(
                entry.id(),
                entry.slug(),
                channel.unit(),
                kind,
                Objects.requireNonNull(channel.value()),
                kind.isDialled() ? numbering.region() : null,
                address.e164(),
                address.display(),
                address.uri(),
                address.dialableFromAbroad(),
                localiser.required("/label", Objects.requireNonNull(channel.label())),
                localiser.text("/description", channel.description()),
                channel.purposes(),
                channel.audiences(),
                channel.languages().stream().map(Language::tag).toList(),
                HoursView.of(channel.hours(), localiser),
                channel.tollFree(),
                channel.anonymous(),
                channel.emergency(),
                channel.rank(),
                channel.availableFrom(),
                channel.availableUntil(),
                verification(channel, request),
                entry.publishedAt(),
                SelfLink.of(ChannelFamily.NAME, entry.slug()),
                localiser.localisation(),
                null);
    }

    private static ChannelView.Verification verification(ChannelContent channel, RequestContext request) {
        LocalDate due = channel.verificationDue();
        if (due != null) {
            request.validity().addChangeOn(due.plusDays(1));
        }
        boolean stale = due != null && request.today().isAfter(due);
        return new ChannelView.Verification(channel.lastVerified(), due, stale);
    }
}

package org.putokaz.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaView;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.contact.content.ChannelAddress;
import org.putokaz.contact.content.ChannelContent;
import org.putokaz.contact.content.ChannelKind;
import org.putokaz.contact.content.PostalAddress;
import org.putokaz.contact.content.ServiceProvider;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import org.putokaz.problem.Message;
import org.putokaz.time.hours.OpeningHours;

/** Mapper of stored contact channels to their views in the language of the request. */
@ApplicationScoped
class ChannelViewMapper {

    private static final Message EXTENSION_WORD = Message.of("extension-word");

    private final LiveEntryRepository entries;
    private final InstitutionConfig institution;
    private final MessageCatalogue messages;

    @Inject
    ChannelViewMapper(LiveEntryRepository entries, InstitutionConfig institution, MessageCatalogue messages) {
        this.entries = entries;
        this.institution = institution;
        this.messages = messages;
    }

    List<ChannelView> toViews(Collection<LiveEntry> channels, RequestContext request) {
        return channels.stream().map(entry -> toView(entry, request)).toList();
    }

    ChannelView toView(LiveEntry entry, RequestContext request) {
        ChannelContent channel = entries.content(entry, ChannelContent.class);
        ChannelKind kind = Objects.requireNonNull(channel.kind());
        NumberingContext numbering = channel.numbering(institution.region());
        ChannelAddress address = channel.toAddress(numbering, request.languages());
        EntryLocaliser localiser = new EntryLocaliser(request).withOutdated(entry.outdatedIn(request.language()));
        ChannelViewBuilder view = ChannelViewBuilder.builder()
                .id(entry.id())
                .slug(entry.slug())
                .unit(channel.unit())
                .provider(provider(channel.provider(), localiser))
                .display(display(channel, address, request, localiser))
                .address(place(channel.address(), localiser))
                .region(kind.isDialled() || address.e164() != null ? numbering.region() : null)
                .verification(verification(channel, request))
                .publishedAt(entry.publishedAt())
                .links(SelfLink.of(ChannelFamily.NAME, entry.slug()));
        setAddress(view, channel, address);
        setTexts(view, channel, localiser);
        setHours(view, channel, numbering.region(), localiser);
        setTerms(view, channel, localiser);
        return view.localisation(localiser.localisation()).build();
    }

    private static void setAddress(ChannelViewBuilder view, ChannelContent channel, ChannelAddress address) {
        view.kind(Objects.requireNonNull(channel.kind()))
                .app(channel.app())
                .value(Objects.requireNonNullElse(channel.value(), address.display()))
                .e164(address.e164())
                .extension(address.extension())
                .uri(address.uri())
                .dialableFromAbroad(address.dialableFromAbroad());
    }

    private static void setTexts(ChannelViewBuilder view, ChannelContent channel, EntryLocaliser localiser) {
        view.label(localiser.required("/label", Objects.requireNonNull(channel.label())))
                .description(localiser.text("/description", channel.description()))
                .costNote(localiser.text("/costNote", channel.costNote()))
                .confidentiality(localiser.text("/confidentiality", channel.confidentiality()));
    }

    private static void setHours(
            ChannelViewBuilder view, ChannelContent channel, String region, EntryLocaliser localiser) {
        OpeningHours hours = channel.hours();
        view.hours(hours == null ? null : HoursView.of("/hours", hours, region, localiser))
                .additionalHours(HoursView.listOf("/additionalHours", channel.additionalHours(), region, localiser));
    }

    /** For whom it is, and on which terms. */
    private static void setTerms(ChannelViewBuilder view, ChannelContent channel, EntryLocaliser localiser) {
        view.purposes(channel.purposes())
                .audiences(channel.audiences())
                .languages(channel.languages().stream().map(Language::tag).toList())
                .areaServed(AreaView.of("/areaServed", channel.areaServed(), localiser))
                .tollFree(channel.effectiveTollFree())
                .cost(channel.effectiveCost())
                .anonymous(channel.anonymous())
                .emergency(channel.emergency())
                .rank(channel.rank())
                .availableFrom(channel.availableFrom())
                .availableUntil(channel.availableUntil());
    }

    private String display(
            ChannelContent channel, ChannelAddress address, RequestContext request, EntryLocaliser localiser) {
        PostalAddress place = channel.address();
        return place == null
                ? address.displayWith(messages.text(EXTENSION_WORD, request.language()))
                : place.line(text -> localiser.text(text));
    }

    private static ChannelView.@Nullable ProviderView provider(
            @Nullable ServiceProvider provider, EntryLocaliser localiser) {
        return provider == null
                ? null
                : new ChannelView.ProviderView(
                        localiser.required("/provider/name", Objects.requireNonNull(provider.name())), provider.url());
    }

    private static ChannelView.@Nullable PlaceView place(@Nullable PostalAddress address, EntryLocaliser localiser) {
        return address == null
                ? null
                : new ChannelView.PlaceView(
                        localiser.text("/address/street", address.street()),
                        address.building(),
                        address.floor(),
                        address.room(),
                        address.postalCode(),
                        localiser.required("/address/city", Objects.requireNonNull(address.city())),
                        address.country(),
                        localiser.text("/address/directions", address.directions()));
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

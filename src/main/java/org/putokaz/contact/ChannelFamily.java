package org.putokaz.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaFilter;
import org.putokaz.area.ServedArea;
import org.putokaz.common.Vocabulary;
import org.putokaz.common.WireEnum;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.contact.content.ChannelContent;
import org.putokaz.contact.content.ChannelValidator;
import org.putokaz.contact.content.ChannelWarnings;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.Availability;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.InheritedFacts;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.family.TabularFamily;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** Content family of the contact channels: validation, indexing and views. */
@ApplicationScoped
class ChannelFamily implements ContentFamily<ChannelContent>, TabularFamily {

    static final String NAME = "contact-channels";

    private static final String UNITS = "organisational-units";

    private final ChannelRepository channels;
    private final ChannelViewMapper views;
    private final InstitutionConfig institution;
    private final LanguagePolicy languages;

    @Inject
    ChannelFamily(
            ChannelRepository channels,
            ChannelViewMapper views,
            InstitutionConfig institution,
            LanguagePolicy languages) {
        this.languages = languages;
        this.channels = channels;
        this.views = views;
        this.institution = institution;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Vocabulary> vocabularies() {
        return ChannelVocabularies.ALL;
    }

    @Override
    public Class<ChannelContent> contentType() {
        return ChannelContent.class;
    }

    @Override
    public ChannelContent applyDerivation(ChannelContent content, LanguageDerivation derivation) {
        return content.withDerivedLanguages(derivation);
    }

    @Override
    public void validate(ChannelContent content, ContentViolations violations) {
        new ChannelValidator(numbering(content), violations).validate(content);
    }

    @Override
    public void validateDates(ChannelContent channel, LocalDate today, ContentViolations violations) {
        LocalDate verified = channel.lastVerified();
        if (verified != null && verified.isAfter(today) && !verified.isAfter(OpenEndedDates.LAST_DAY)) {
            violations.add("/lastVerified", "in-the-future", verified);
        }
    }

    @Override
    public void findWarnings(ChannelContent channel, LocalDate today, ContentViolations warnings) {
        new ChannelWarnings(today, warnings).find(channel, numbering(channel));
        ServedArea.findWarnings("/areaServed", channel.areaServed(), warnings);
    }

    @Override
    public IndexedFields indexedFields(UUID id, ChannelContent channel) {
        UUID unit = channel.unit();
        return new IndexedFields(
                Objects.requireNonNull(channel.label()),
                Map.of(
                        "purpose",
                        codes(channel.purposes()),
                        "audience",
                        codes(channel.audiences()),
                        "language",
                        channel.languages().stream().map(Language::tag).toList(),
                        AreaFilter.NAME,
                        ServedArea.keys(channel.areaServed())),
                unit == null ? List.of() : List.of(new IndexedFields.Reference("unit", UNITS, unit, "/unit")),
                locationPrivacy(id, channel));
    }

    @Override
    public IndexedFields.LocationPrivacy locationPrivacy(UUID id, ChannelContent channel) {
        boolean showsLocation = channel.kind() != null && channel.kind().showsLocation();
        return showsLocation
                ? new IndexedFields.LocationPrivacy(null, false, channel.unit())
                : IndexedFields.LocationPrivacy.NONE;
    }

    @Override
    public @Nullable Record dialableAddress(ChannelContent channel) {
        return channel.toAddress(numbering(channel), languages);
    }

    @Override
    public @Nullable String dialledNumber(ChannelContent channel) {
        return channel.dialledNumber(numbering(channel));
    }

    @Override
    public boolean holdsContactChannels() {
        return true;
    }

    @Override
    public Set<UUID> describedEntries(ChannelContent channel) {
        return channel.unit() == null ? Set.of() : Set.of(channel.unit());
    }

    @Override
    public boolean hasDays() {
        return true;
    }

    @Override
    public Availability availability(ChannelContent channel) {
        return new Availability(channel.availableFrom(), channel.availableUntil());
    }

    @Override
    public @Nullable UUID inheritsFrom(ChannelContent channel) {
        return channel.unit();
    }

    /** The country is left out where it is the institution's: a number is read in that anyway. */
    @Override
    public ChannelContent withInheritedFacts(ChannelContent authored, InheritedFacts facts) {
        boolean usual = authored.region() != null || institution.region().equals(facts.country());
        LocalDate closedFrom = facts.closedFrom();
        return authored.withPlace(
                authored.unit(),
                usual ? authored.region() : facts.country(),
                closedFrom == null ? authored.availableUntil() : earlier(authored.availableUntil(), closedFrom));
    }

    /** The day before the closing, unless the channel ends earlier by itself. */
    private static LocalDate earlier(@Nullable LocalDate lastDay, LocalDate closedFrom) {
        LocalDate lastOpen = closedFrom.minusDays(1);
        return lastDay != null && lastDay.isBefore(lastOpen) ? lastDay : lastOpen;
    }

    @Override
    public InheritedFacts inheritedFacts(ChannelContent authored, ChannelContent published) {
        String country = authored.region() == null ? published.region() : null;
        LocalDate lastDay = published.availableUntil();
        return new InheritedFacts(
                country, lastDay == null || lastDay.equals(authored.availableUntil()) ? null : lastDay.plusDays(1));
    }

    @Override
    public ChannelContent withReferences(ChannelContent channel, Function<UUID, @Nullable UUID> replacement) {
        UUID unit = channel.unit();
        return unit == null
                ? channel
                : channel.withPlace(replacement.apply(unit), channel.region(), channel.availableUntil());
    }

    @Override
    public boolean canReplace(ChannelContent withdrawn, ChannelContent replacement) {
        return withdrawn.canBeReplacedBy(replacement);
    }

    private NumberingContext numbering(ChannelContent channel) {
        return channel.numbering(institution.region());
    }

    @Override
    public @Nullable LocalDate verificationDue(ChannelContent channel) {
        return channel.verificationDue();
    }

    private static List<String> codes(List<? extends WireEnum> values) {
        return values.stream().map(WireEnum::wireName).toList();
    }

    @Override
    public void saveIndexRow(UUID id, long position, ChannelContent channel, ContentViolations violations) {
        ChannelEntity existing = channels.findById(id);
        ChannelEntity entity = existing == null ? new ChannelEntity() : existing;
        entity.fill(id, position, channel);
        if (existing == null) {
            channels.persist(entity);
        }
    }

    @Override
    public void deleteIndexRow(UUID id) {
        channels.deleteById(id);
    }

    @Override
    public List<Column> columns() {
        return ChannelTableColumns.ALL;
    }

    @Override
    public boolean isListed(ChannelContent channel, RequestContext request) {
        LocalDate from = OpenEndedDates.orFirst(channel.availableFrom());
        LocalDate until = OpenEndedDates.orLast(channel.availableUntil());
        if (channel.availableFrom() != null) {
            request.validity().addChangeOn(from);
        }
        if (channel.availableUntil() != null) {
            request.validity().addChangeOn(until.plusDays(1));
        }
        return !request.today().isBefore(from) && !request.today().isAfter(until);
    }

    @Override
    public List<ChannelView> views(Collection<LiveEntry> entries, RequestContext request) {
        return views.toViews(entries, request);
    }
}

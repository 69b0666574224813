package org.putokaz.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.OpenEndedDates;
import org.putokaz.live.family.SortOrderKey;
import org.putokaz.live.family.TabularFamily;
import org.putokaz.locale.Language;

/** Content family of the contact channels: validation, indexing and views. */
@ApplicationScoped
class ChannelFamily implements ContentFamily<ChannelContent>, TabularFamily {

    static final String NAME = "contact-channels";

    private static final String UNITS = "organisational-units";

    private final ChannelRepository channels;
    private final ChannelViewMapper views;
    private final InstitutionConfig institution;

    @Inject
    ChannelFamily(ChannelRepository channels, ChannelViewMapper views, InstitutionConfig institution) {
        this.channels = channels;
        this.views = views;
        this.institution = institution;
    }

    @Override
    public String name() {
        return NAME;
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
        new ChannelValidator(institution.region(), violations).validate(content);
    }

    @Override
    public IndexedFields indexedFields(UUID id, ChannelContent channel) {
        UUID unit = Objects.requireNonNull(channel.unit());
        return new IndexedFields(
                Objects.requireNonNull(channel.label()),
                Map.of(
                        "purpose", codes(channel.purposes()),
                        "audience", codes(channel.audiences()),
                        "language",
                                channel.languages().stream().map(Language::tag).toList()),
                List.of(new IndexedFields.Reference("unit", UNITS, unit, "/unit")),
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
        ChannelKind kind = Objects.requireNonNull(channel.kind());
        return ChannelAddress.ofPublished(kind, Objects.requireNonNull(channel.value()), institution.region());
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
        entity.id = id;
        entity.unit = Objects.requireNonNull(channel.unit());
        entity.kind = Objects.requireNonNull(channel.kind()).wireName();
        entity.rank = channel.rank();
        entity.tollFree = channel.tollFree();
        entity.anonymous = channel.anonymous();
        entity.emergency = channel.emergency();
        entity.availableFrom = OpenEndedDates.orFirst(channel.availableFrom());
        entity.availableUntil = OpenEndedDates.orLast(channel.availableUntil());
        entity.staleFrom = channel.verificationDue() == null
                ? OpenEndedDates.LAST_DAY
                : channel.verificationDue().plusDays(1);
        entity.position = position;
        entity.orderKey = new SortOrderKey().appendNumber(entity.rank).toBytes(id);
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

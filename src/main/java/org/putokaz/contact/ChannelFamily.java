package org.putokaz.contact;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contact channels, as the store sees them. */
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
        return content.derived(derivation);
    }

    @Override
    public void validate(ChannelContent content, ContentViolations check) {
        ChannelValidator.check(content, institution.region(), check);
    }

    @Override
    public IndexedFields indexedFields(UUID id, ChannelContent channel) {
        UUID unit = Objects.requireNonNull(channel.unit());
        return new IndexedFields(
                Objects.requireNonNull(channel.label()),
                Map.of(
                        "purpose", tokens(channel.purposes()),
                        "audience", tokens(channel.audiences()),
                        "language",
                                channel.languages().stream().map(Language::tag).toList()),
                List.of(new IndexedFields.Reference("unit", UNITS, unit, "/unit")),
                locationPrivacy(id, channel));
    }

    @Override
    public IndexedFields.LocationPrivacy locationPrivacy(UUID id, ChannelContent channel) {
        boolean shows = channel.kind() != null && channel.kind().isPlace();
        return shows ? new IndexedFields.LocationPrivacy(null, false, channel.unit()) : IndexedFields.LocationPrivacy.NONE;
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

    private static List<String> tokens(List<? extends WireEnum> values) {
        return values.stream().map(WireEnum::wireName).toList();
    }

    @Override
    public void saveIndexRow(UUID id, long position, ChannelContent channel, ContentViolations check) {
        ChannelEntity known = channels.findById(id);
        ChannelEntity row = known == null ? new ChannelEntity() : known;
        row.id = id;
        row.unit = Objects.requireNonNull(channel.unit());
        row.kind = Objects.requireNonNull(channel.kind()).wireName();
        row.rank = channel.rank();
        row.tollFree = channel.tollFree();
        row.anonymous = channel.anonymous();
        row.emergency = channel.emergency();
        row.availableFrom = OpenEndedDates.orFirst(channel.availableFrom());
        row.availableUntil = OpenEndedDates.orLast(channel.availableUntil());
        row.staleFrom = channel.verificationDue() == null
                ? OpenEndedDates.LAST_DAY
                : channel.verificationDue().plusDays(1);
        row.position = position;
        row.orderKey = new SortOrderKey().appendNumber(row.rank).toBytes(id);
        if (known == null) {
            channels.persist(row);
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
    public boolean isListed(ChannelContent channel, RequestContext reader) {
        LocalDate from = OpenEndedDates.orFirst(channel.availableFrom());
        LocalDate until = OpenEndedDates.orLast(channel.availableUntil());
        if (channel.availableFrom() != null) {
            reader.validity().addChangeOn(from);
        }
        if (channel.availableUntil() != null) {
            reader.validity().addChangeOn(until.plusDays(1));
        }
        return !reader.today().isBefore(from) && !reader.today().isAfter(until);
    }

    @Override
    public List<ChannelView> views(Collection<LiveEntry> entries, RequestContext reader) {
        return views.of(entries, reader);
    }
}

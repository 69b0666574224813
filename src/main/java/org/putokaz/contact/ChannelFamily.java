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
import org.putokaz.http.InstitutionConfig;
import org.putokaz.http.Reader;
import org.putokaz.http.Token;
import org.putokaz.live.Bounds;
import org.putokaz.live.Check;
import org.putokaz.live.Derivation;
import org.putokaz.live.Facts;
import org.putokaz.live.Family;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.OrderKey;
import org.putokaz.live.Tabular;
import org.putokaz.locale.Language;

/** Contact channels, as the store sees them. */
@ApplicationScoped
class ChannelFamily implements Family<ChannelContent>, Tabular {

    static final String NAME = "contact-channels";

    private static final String UNITS = "organisational-units";

    private final Channels channels;
    private final ChannelViews views;
    private final InstitutionConfig institution;

    @Inject
    ChannelFamily(Channels channels, ChannelViews views, InstitutionConfig institution) {
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
    public ChannelContent derived(ChannelContent content, Derivation derivation) {
        return content.derived(derivation);
    }

    @Override
    public void check(ChannelContent content, Check check) {
        ChannelRules.check(content, institution.region(), check);
    }

    @Override
    public Facts facts(UUID id, ChannelContent channel) {
        UUID unit = Objects.requireNonNull(channel.unit());
        return new Facts(
                Objects.requireNonNull(channel.label()),
                Map.of(
                        "purpose", tokens(channel.purposes()),
                        "audience", tokens(channel.audiences()),
                        "language",
                                channel.languages().stream().map(Language::tag).toList()),
                List.of(new Facts.Reference("unit", UNITS, unit, "/unit")),
                place(id, channel));
    }

    @Override
    public Facts.Place place(UUID id, ChannelContent channel) {
        boolean shows = channel.kind() != null && channel.kind().isPlace();
        return shows ? new Facts.Place(null, false, channel.unit()) : Facts.Place.NONE;
    }

    @Override
    public @Nullable Record address(ChannelContent channel) {
        ChannelKind kind = Objects.requireNonNull(channel.kind());
        return ChannelAddress.ofPublished(kind, Objects.requireNonNull(channel.value()), institution.region());
    }

    @Override
    public @Nullable LocalDate verificationDue(ChannelContent channel) {
        return channel.verificationDue();
    }

    private static List<String> tokens(List<? extends Token> values) {
        return values.stream().map(Token::token).toList();
    }

    @Override
    public void save(UUID id, long position, ChannelContent channel, Check check) {
        ChannelRow known = channels.findById(id);
        ChannelRow row = known == null ? new ChannelRow() : known;
        row.id = id;
        row.unit = Objects.requireNonNull(channel.unit());
        row.kind = Objects.requireNonNull(channel.kind()).token();
        row.rank = channel.rank();
        row.tollFree = channel.tollFree();
        row.anonymous = channel.anonymous();
        row.emergency = channel.emergency();
        row.availableFrom = Bounds.orFirst(channel.availableFrom());
        row.availableUntil = Bounds.orLast(channel.availableUntil());
        row.staleFrom = channel.verificationDue() == null
                ? Bounds.LAST_DAY
                : channel.verificationDue().plusDays(1);
        row.position = position;
        row.orderKey = new OrderKey().number(row.rank).of(id);
        if (known == null) {
            channels.persist(row);
        }
    }

    @Override
    public void remove(UUID id) {
        channels.deleteById(id);
    }

    @Override
    public List<Column> columns() {
        return ChannelColumns.ALL;
    }

    @Override
    public boolean isListed(ChannelContent channel, Reader reader) {
        LocalDate from = Bounds.orFirst(channel.availableFrom());
        LocalDate until = Bounds.orLast(channel.availableUntil());
        if (channel.availableFrom() != null) {
            reader.changesOn(from);
        }
        if (channel.availableUntil() != null) {
            reader.changesOn(until.plusDays(1));
        }
        return !reader.today().isBefore(from) && !reader.today().isAfter(until);
    }

    @Override
    public List<ChannelView> views(Collection<LiveEntry> entries, Reader reader) {
        return views.of(entries, reader);
    }
}

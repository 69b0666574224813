package org.putokaz.editorial.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.set.PublishingSetRepository;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.request.RequestContext;
import org.putokaz.problem.Message;
import org.putokaz.security.audit.AuditReader;
import org.putokaz.security.audit.AuditReader.RecordedAction;

/** List of the actions of editors: the audit trail without its hashes, with names and sentences, in three queries a page. */
@ApplicationScoped
class ActivityService {

    private static final List<String> ACTIONS =
            Arrays.stream(ActivityKind.values()).map(ActivityKind::action).toList();
    /** Start of the codes that label reasons. */
    private static final String WITHDRAWAL_REASONS = "vocabulary.withdrawal-reasons.";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final AuditReader audit;
    private final PublishingSetRepository sets;
    private final Session session;
    private final MessageCatalogue messages;
    private final InstitutionConfig institution;
    private final RequestContext request;

    @Inject
    ActivityService(
            AuditReader audit,
            PublishingSetRepository sets,
            Session session,
            MessageCatalogue messages,
            InstitutionConfig institution,
            RequestContext request) {
        this.audit = audit;
        this.sets = sets;
        this.session = session;
        this.messages = messages;
        this.institution = institution;
        this.request = request;
    }

    /** @throws org.putokaz.problem.ProblemException 400 when a parameter is invalid */
    @Transactional
    ActivityPage page(ActivityParameters parameters) {
        KeysetPager pager = parameters.page().pager(audit.cursorKey(), parameters.queryText());
        Long before = pager.after() == null ? null : Long.valueOf(pager.after());
        KeysetPager.Page<RecordedAction> page = pager.page(
                audit.findNewest(ACTIONS, parameters.requestedEntry(), before, pager.fetchSize()),
                action -> String.valueOf(action.position()));
        Map<UUID, EditorialEntry> entries = entriesOf(page.rows());
        Map<UUID, String> setNames = setsOf(page.rows());
        return new ActivityPage(
                page.rows().stream()
                        .map(action -> item(action, entries.get(action.entry()), setNames.get(setId(action))))
                        .toList(),
                page.info());
    }

    private Map<UUID, EditorialEntry> entriesOf(Collection<RecordedAction> actions) {
        List<UUID> ids = actions.stream()
                .map(RecordedAction::entry)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return session
                .createSelectionQuery("select e from EditorialEntry e where e.id in :ids", EditorialEntry.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(entry -> entry.id, Function.identity()));
    }

    private Map<UUID, String> setsOf(Collection<RecordedAction> actions) {
        return sets.findNames(actions.stream()
                .map(ActivityService::setId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static @Nullable UUID setId(RecordedAction action) {
        String set = action.details().get("set");
        return set == null ? null : UUID.fromString(set);
    }

    private ActivityItem item(RecordedAction action, @Nullable EditorialEntry entry, @Nullable String set) {
        return new ActivityItem(
                action.position(),
                action.at(),
                action.actorName(),
                action.action(),
                text(action, entry, set),
                entry == null ? null : new ActivityItem.ActivityEntry(entry.id, entry.family, entry.slug, entry.name),
                action.revision(),
                set == null ? null : new ActivityItem.ActivitySet(Objects.requireNonNull(setId(action)), set));
    }

    private String text(RecordedAction action, @Nullable EditorialEntry entry, @Nullable String set) {
        Message message = Message.of(
                ActivityKind.of(action.action()).messageCode(),
                action.actorName(),
                nameOf(action, entry, set),
                numberOf(action),
                circumstance(action.details()));
        return messages.text(message, request.language());
    }

    /** The name, else the id, which does not tell what was destroyed. */
    private static String nameOf(RecordedAction action, @Nullable EditorialEntry entry, @Nullable String set) {
        if (entry != null) {
            return Objects.requireNonNullElse(entry.name, entry.id.toString());
        }
        return set == null ? String.valueOf(action.entry()) : set;
    }

    private static String numberOf(RecordedAction action) {
        return action.revision() == null
                ? action.details().getOrDefault("entries", action.details().getOrDefault("members", ""))
                : action.revision().toString();
    }

    /** When it is to happen, or why it was withdrawn. */
    private Object circumstance(Map<String, String> details) {
        String at = details.get("at");
        if (at != null) {
            return MINUTE.format(Instant.parse(at).atZone(institution.timezone()));
        }
        String reason = details.get("reason");
        return reason == null ? "" : Message.of(WITHDRAWAL_REASONS + reason);
    }
}

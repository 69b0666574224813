package org.putokaz.editorial.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.read.LiveEntryRepository;

/** Calendar: the schedules of entries and publishing sets in the order of their time, read in a few queries a page. */
@ApplicationScoped
class CalendarService {

    private final Session session;
    private final LiveEntryRepository live;
    private final InstitutionConfig institution;
    private final RequestContext request;

    @Inject
    CalendarService(Session session, LiveEntryRepository live, InstitutionConfig institution, RequestContext request) {
        this.session = session;
        this.live = live;
        this.institution = institution;
        this.request = request;
    }

    /** @throws org.putokaz.problem.ProblemException 400 when a parameter is invalid */
    @Transactional
    CalendarPage page(CalendarParameters parameters) {
        KeysetPager pager = parameters.page().pager(live.feedState().cursorKey(), parameters.queryText());
        KeysetPager.Page<Schedule> page =
                pager.page(find(parameters, pager), schedule -> schedule.dueAt + " " + schedule.id);
        List<Schedule> schedules = page.rows();
        Map<UUID, EditorialEntry> entries = entriesOf(schedules);
        Map<UUID, PublicationStep.Action> actions = actionsOf(schedules);
        Map<UUID, CalendarItem.CalendarSet> sets = setsOf(schedules);
        return new CalendarPage(
                schedules.stream()
                        .map(schedule -> item(
                                schedule,
                                actions.get(schedule.id),
                                entries.get(schedule.entryId),
                                sets.get(schedule.setId)))
                        .toList(),
                page.info());
    }

    private List<Schedule> find(CalendarParameters parameters, KeysetPager pager) {
        ZoneId zone = institution.timezone();
        LocalDate first = parameters.firstDay(request.today());
        LocalDate last = parameters.lastDay(first);
        ScheduleState state = parameters.requestedState();
        List<String> conditions = new ArrayList<>(List.of("s.dueAt >= :first"));
        Map<String, Object> values = new HashMap<>(Map.of("first", startOf(first, zone)));
        if (last != null) {
            conditions.add("s.dueAt < :end");
            values.put("end", startOf(last.plusDays(1), zone));
        }
        if (state != null) {
            conditions.add("s.state = :state");
            values.put("state", state);
        }
        if (pager.after() != null) {
            String[] key = pager.after().split(" ");
            conditions.add("(s.dueAt > :at or s.dueAt = :at and s.id > :id)");
            values.put("at", Instant.parse(key[0]));
            values.put("id", UUID.fromString(key[1]));
        }
        var query = session.createSelectionQuery(
                "select s from Schedule s where " + String.join(" and ", conditions) + " order by s.dueAt, s.id",
                Schedule.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(pager.fetchSize()).getResultList();
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Map<UUID, EditorialEntry> entriesOf(List<Schedule> schedules) {
        return rows(
                        "select e from EditorialEntry e where e.id in :ids",
                        EditorialEntry.class,
                        idsOf(schedules, schedule -> schedule.entryId))
                .stream()
                .collect(Collectors.toMap(entry -> entry.id, entry -> entry));
    }

    /** What is done to the entry of each schedule that is of an entry alone. */
    private Map<UUID, PublicationStep.Action> actionsOf(List<Schedule> schedules) {
        Collection<UUID> ids = idsOf(schedules, schedule -> schedule.setId == null ? schedule.id : null);
        return rows(
                        "select p.key.ownerId, p.action from PlannedStepEntity p where p.key.ownerId in :ids",
                        Object[].class,
                        ids)
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (PublicationStep.Action) row[1]));
    }

    private Map<UUID, CalendarItem.CalendarSet> setsOf(List<Schedule> schedules) {
        return rows(
                        "select s.id, s.name, (select count(p) from PlannedStepEntity p where p.key.ownerId = s.id)"
                                + " from PublishingSet s where s.id in :ids",
                        Object[].class,
                        idsOf(schedules, schedule -> schedule.setId))
                .stream()
                .map(row -> new CalendarItem.CalendarSet((UUID) row[0], (String) row[1], ((Long) row[2]).intValue()))
                .collect(Collectors.toMap(CalendarItem.CalendarSet::id, set -> set));
    }

    private static Collection<UUID> idsOf(List<Schedule> schedules, Function<Schedule, @Nullable UUID> id) {
        return schedules.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private <R> List<R> rows(String query, Class<R> type, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.createSelectionQuery(query, type)
                        .setParameterList("ids", ids)
                        .getResultList();
    }

    private CalendarItem item(
            Schedule schedule,
            PublicationStep.@Nullable Action action,
            @Nullable EditorialEntry entry,
            CalendarItem.@Nullable CalendarSet set) {
        return new CalendarItem(
                schedule.id,
                schedule.dueAt,
                LocalDate.ofInstant(schedule.dueAt, institution.timezone()),
                schedule.state,
                action,
                entry == null ? null : new CalendarItem.CalendarEntry(entry.id, entry.family, entry.slug, entry.name),
                set,
                schedule.actorName,
                schedule.failure);
    }
}

package org.putokaz.editorial.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EntryAction;
import org.putokaz.editorial.publish.FindingCountRefresher;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.read.LiveEntryRepository;

/**
 * Lists of entries for editors, in the {@link EntryOrder} that is asked for. The order of the ids never changes; in the other
 * ones an entry that is changed while pages are read moves.
 */
@ApplicationScoped
class EntryListService {

    /** Bounds the time of a request; the rest is counted again in the background. */
    private static final int MAX_REFRESHED = 50;

    private static final String NEWEST_FIRST = " order by e.id desc";

    private final Session session;
    private final LiveEntryRepository live;
    private final AllowedActionService allowedActions;
    private final FindingCountRefresher counts;
    private final RequestContext request;

    @Inject
    EntryListService(
            Session session,
            LiveEntryRepository live,
            AllowedActionService allowedActions,
            FindingCountRefresher counts,
            RequestContext request) {
        this.session = session;
        this.live = live;
        this.allowedActions = allowedActions;
        this.counts = counts;
        this.request = request;
    }

    /**
     * One page of the entries.
     *
     * @param family null for the entries of all families
     * @throws org.putokaz.problem.ProblemException 400 when a parameter is invalid
     */
    EntryPage page(@Nullable String family, EntryListParameters parameters) {
        if (parameters.isOfAttention()) {
            refreshCounts(family, parameters.withoutAttention());
        }
        KeysetPager pager = parameters.page().pager(live.feedState().cursorKey(), parameters.queryKey(family));
        EntryOrder order = parameters.order();
        Criteria criteria = criteria(family, parameters);
        Criteria onPage =
                pager.after() == null ? criteria : criteria.and(order.seekCondition(), order.seekValues(pager.after()));
        List<EditorialEntry> found = query("e", " order by " + order.orderBy(), EditorialEntry.class, onPage)
                .setMaxResults(pager.fetchSize())
                .getResultList();
        Long total = parameters.isCounted()
                ? query("count(e)", "", Long.class, criteria).getSingleResult()
                : null;
        KeysetPager.Page<EditorialEntry> page = pager.page(found, order::key, total);
        Map<UUID, List<EntryAction>> actions = allowedActions.find(page.rows());
        return new EntryPage(
                page.rows().stream()
                        .map(entry -> EntrySummary.of(entry, Objects.requireNonNull(actions.get(entry.id))))
                        .toList(),
                page.info());
    }

    /** Counts the findings of drafts again that the list might show or leave out by mistake, the newest of them first. */
    private void refreshCounts(@Nullable String family, EntryListParameters parameters) {
        FindingCountRefresher.Basis basis = counts.basis();
        FindingCountRefresher.Condition outdated = basis.outdated();
        Criteria criteria = criteria(family, parameters).and(outdated.hql(), outdated.values());
        List<UUID> drafts = query("e.id", NEWEST_FIRST, UUID.class, criteria)
                .setMaxResults(MAX_REFRESHED)
                .getResultList();
        counts.refresh(drafts, basis);
    }

    /** Conditions on the entries {@code e}, with the values of their named parameters. */
    private record Criteria(List<String> conditions, Map<String, Object> values) {

        Criteria and(String condition, Map<String, Object> more) {
            List<String> all = new ArrayList<>(conditions);
            all.add(condition);
            Map<String, Object> allValues = new HashMap<>(values);
            allValues.putAll(more);
            return new Criteria(all, allValues);
        }
    }

    private Criteria criteria(@Nullable String family, EntryListParameters parameters) {
        Criteria asked = new Criteria(parameters.conditions(), parameters.values(request.today()));
        // Always one, so that there is a condition.
        return family == null
                ? asked.and("e.family is not null", Map.of())
                : asked.and("e.family = :family", Map.of("family", family));
    }

    /**
     * A query of entries {@code e}.
     *
     * @param selected what of them
     * @param order an {@code order by}; empty for a number
     */
    private <R> SelectionQuery<R> query(String selected, String order, Class<R> type, Criteria criteria) {
        SelectionQuery<R> query = session.createSelectionQuery(
                "select " + selected + " from EditorialEntry e where (" + String.join(") and (", criteria.conditions)
                        + ")" + order,
                type);
        criteria.values.forEach(query::setParameter);
        return query;
    }
}

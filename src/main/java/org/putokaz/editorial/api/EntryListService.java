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
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.read.LiveEntryRepository;

/**
 * Lists of entries for editors, in the {@link EntryOrder} that is asked for. The order of the ids never changes; in the other
 * ones an entry that is changed while pages are read moves.
 */
@ApplicationScoped
class EntryListService {

    private final Session session;
    private final LiveEntryRepository live;
    private final AllowedActionService allowedActions;
    private final RequestContext request;

    @Inject
    EntryListService(
            Session session, LiveEntryRepository live, AllowedActionService allowedActions, RequestContext request) {
        this.session = session;
        this.live = live;
        this.allowedActions = allowedActions;
        this.request = request;
    }

    /**
     * One page of the entries.
     *
     * @param family null for the entries of all families
     * @throws org.putokaz.problem.ProblemException 400 when a parameter is invalid
     */
    EntryPage page(@Nullable String family, EntryListParameters parameters) {
        KeysetPager pager = parameters.page().pager(live.feedState().cursorKey(), parameters.queryKey(family));
        EntryOrder order = parameters.order();
        List<EditorialEntry> found = query(
                        "e", " order by " + order.orderBy(), EditorialEntry.class, family, parameters, pager.after())
                .setMaxResults(pager.fetchSize())
                .getResultList();
        Long total = parameters.isCounted()
                ? query("count(e)", "", Long.class, family, parameters, null).getSingleResult()
                : null;
        KeysetPager.Page<EditorialEntry> page = pager.page(found, order::key, total);
        Map<UUID, List<EntryAction>> actions = allowedActions.find(page.rows());
        return new EntryPage(
                page.rows().stream()
                        .map(entry -> EntrySummary.of(entry, Objects.requireNonNull(actions.get(entry.id))))
                        .toList(),
                page.info());
    }

    /**
     * A query of the entries {@code e} that are asked for.
     *
     * @param selected what of them
     * @param order an {@code order by}; empty for a number
     * @param after the key after which they begin; null for all
     */
    private <R> SelectionQuery<R> query(
            String selected,
            String order,
            Class<R> type,
            @Nullable String family,
            EntryListParameters parameters,
            @Nullable String after) {
        List<String> conditions = new ArrayList<>(parameters.conditions());
        Map<String, Object> values = new HashMap<>(parameters.values(request.today()));
        // Always one, so that there is a condition.
        conditions.add(family == null ? "e.family is not null" : "e.family = :family");
        if (family != null) {
            values.put("family", family);
        }
        if (after != null) {
            conditions.add("(" + parameters.order().seekCondition() + ")");
            values.putAll(parameters.order().seekValues(after));
        }
        SelectionQuery<R> query = session.createSelectionQuery(
                "select " + selected + " from EditorialEntry e where " + String.join(" and ", conditions) + order,
                type);
        values.forEach(query::setParameter);
        return query;
    }
}

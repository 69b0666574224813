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

/** Lists of entries for editors, the newest entry first. The order is that of the ids, which never changes. */
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

    /** @throws org.putokaz.problem.ProblemException 400 when a parameter is invalid */
    EntryPage page(String family, EntryListParameters parameters) {
        KeysetPager pager = parameters.page().pager(live.feedState().cursorKey(), parameters.queryKey(family));
        List<EditorialEntry> found = query(family, parameters, pager.after())
                .setMaxResults(pager.fetchSize())
                .getResultList();
        KeysetPager.Page<EditorialEntry> page = pager.page(found, entry -> entry.id.toString());
        Map<UUID, List<EntryAction>> actions = allowedActions.find(page.rows());
        return new EntryPage(
                page.rows().stream()
                        .map(entry -> EntrySummary.of(entry, Objects.requireNonNull(actions.get(entry.id))))
                        .toList(),
                page.info());
    }

    private SelectionQuery<EditorialEntry> query(
            String family, EntryListParameters parameters, @Nullable String after) {
        List<String> conditions = new ArrayList<>(parameters.conditions());
        Map<String, Object> values = new HashMap<>(parameters.values(request.today()));
        conditions.add("e.family = :family");
        values.put("family", family);
        if (after != null) {
            conditions.add("e.id < :after");
            values.put("after", UUID.fromString(after));
        }
        SelectionQuery<EditorialEntry> query = session.createSelectionQuery(
                "select e from EditorialEntry e where " + String.join(" and ", conditions) + " order by e.id desc",
                EditorialEntry.class);
        values.forEach(query::setParameter);
        return query;
    }
}

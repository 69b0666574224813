package org.putokaz.security.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.putokaz.http.request.RequestContext;
import org.putokaz.security.Pages;
import org.putokaz.security.Role;

@RolesAllowed(Role.Names.APPROVER)
class AuditResource implements AuditApi {

    private final Session session;
    private final AuditVerificationService verification;
    private final Pages pages;
    private final RequestContext reader;

    @Inject
    AuditResource(Session session, AuditVerificationService verification, Pages pages, RequestContext reader) {
        this.session = session;
        this.verification = verification;
        this.pages = pages;
        this.reader = reader;
    }

    @Override
    @Transactional
    public AuditPage list(AuditListParameters query) {
        AuditListParameters.Filter filter = query.filter(reader.zone());
        int limit = Pages.limit(query.limit());
        String identity = filter.identity();
        String after = pages.after(query.cursor(), identity);
        filter.and("a.position < :before", "before", after == null ? null : Long.valueOf(after));
        List<AuditEntryEntity> rows = rows(filter, limit + 1);
        return new AuditPage(
                rows.stream().limit(limit).map(AuditPage.Line::of).toList(),
                pages.info(rows, limit, identity, row -> String.valueOf(row.position)));
    }

    private List<AuditEntryEntity> rows(AuditListParameters.Filter filter, int most) {
        List<String> conditions = filter.conditions();
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        SelectionQuery<AuditEntryEntity> query = session.createSelectionQuery(
                "from AuditEntryEntity a" + where + " order by a.position desc", AuditEntryEntity.class);
        filter.values().forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }

    @Override
    @RolesAllowed(Role.Names.ADMIN)
    public AuditVerdict verify() {
        return verification.verify();
    }
}

package org.putokaz.security.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.RequestContext;
import org.putokaz.security.Role;

/**
 * Resource of {@code /editorial/v1/audit}: lists entries through {@link AuditRepository} and verifies the trail through
 * {@link AuditVerificationService}.
 */
@RolesAllowed(Role.Names.APPROVER)
class AuditResource implements AuditApi {

    private final AuditRepository repository;
    private final AuditVerificationService verification;
    private final RequestContext request;

    @Inject
    AuditResource(AuditRepository repository, AuditVerificationService verification, RequestContext request) {
        this.repository = repository;
        this.verification = verification;
        this.request = request;
    }

    @Override
    @Transactional
    public AuditPage list(AuditListParameters parameters) {
        AuditFilter filter = parameters.filter(request.zone());
        KeysetPager pager = parameters.page().pager(repository.cursorKey(), filter.identity());
        String after = pager.after();
        filter.and("a.position < :before", "before", after == null ? null : Long.valueOf(after));
        KeysetPager.Page<AuditEntryEntity> page =
                pager.page(repository.findNewest(filter, pager.fetchSize()), entry -> String.valueOf(entry.position));
        return new AuditPage(page.rows().stream().map(AuditEntryView::of).toList(), page.info());
    }

    @Override
    @RolesAllowed(Role.Names.ADMIN)
    public AuditVerdict verify() {
        return verification.verify();
    }
}

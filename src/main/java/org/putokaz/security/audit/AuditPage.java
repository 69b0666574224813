package org.putokaz.security.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** Page of the audit trail. */
@Schema(name = "AuditPage")
record AuditPage(List<AuditEntryView> data, PageInfo page) implements PagedResponse, PrivateResponse {}

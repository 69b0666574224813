package org.putokaz.editorial.set;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** Page of the list of publishing sets. */
@Schema(name = "PublishingSetPage")
record PublishingSetPage(List<PublishingSetSummary> data, PageInfo page) implements PagedResponse, PrivateResponse {}

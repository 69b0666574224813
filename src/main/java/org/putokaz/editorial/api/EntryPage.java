package org.putokaz.editorial.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** Response with one page of a list of entries. */
@Schema(name = "EditorialEntryPage")
record EntryPage(List<EntrySummary> data, PageInfo page) implements PagedResponse, PrivateResponse {}

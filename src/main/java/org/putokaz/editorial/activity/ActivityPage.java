package org.putokaz.editorial.activity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** Page of the actions of editors. */
@Schema(name = "ActivityPage")
record ActivityPage(List<ActivityItem> data, PageInfo page) implements PagedResponse, PrivateResponse {}

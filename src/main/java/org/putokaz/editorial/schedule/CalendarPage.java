package org.putokaz.editorial.schedule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** Page of the calendar. */
@Schema(name = "CalendarPage")
record CalendarPage(List<CalendarItem> data, PageInfo page) implements PagedResponse, PrivateResponse {}

package org.putokaz.editorial.comment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** Response with one page of the comments on an entry, the newest first. */
@Schema(name = "EntryCommentPage")
record EntryCommentPage(List<EntryCommentView> data, PageInfo page) implements PagedResponse, PrivateResponse {}

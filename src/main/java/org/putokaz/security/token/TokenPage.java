package org.putokaz.security.token;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** Page of the list of tokens. */
@Schema(name = "TokenPage")
record TokenPage(List<TokenView> data, PageInfo page) implements PagedResponse, PrivateResponse {}

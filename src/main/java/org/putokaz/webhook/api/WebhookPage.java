package org.putokaz.webhook.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** One page of the list of endpoints. */
@Schema(name = "WebhookPage")
record WebhookPage(List<WebhookView> data, PageInfo page) implements PagedResponse, PrivateResponse {}

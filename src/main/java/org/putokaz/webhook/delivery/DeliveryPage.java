package org.putokaz.webhook.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.response.PrivateResponse;

/** One page of the deliveries of an endpoint. */
@Schema(name = "WebhookDeliveryPage")
public record DeliveryPage(List<DeliveryView> data, PageInfo page) implements PagedResponse, PrivateResponse {}

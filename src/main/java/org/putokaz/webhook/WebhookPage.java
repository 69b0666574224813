package org.putokaz.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Paged;
import org.putokaz.http.PrivateAnswer;

/** One page of the list of endpoints. */
@Schema(name = "WebhookPage")
record WebhookPage(List<WebhookView> data, PageInfo page) implements Paged, PrivateAnswer {}

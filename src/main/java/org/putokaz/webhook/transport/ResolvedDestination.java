package org.putokaz.webhook.transport;

import java.net.InetAddress;

/** Where a connection goes: to this address, which has just been checked, whatever the name means a moment later. */
public record ResolvedDestination(WebhookUrl url, InetAddress address) {}

package org.putokaz.webhook.transport;

import java.net.InetAddress;

/**
 * URL with the address that its host resolved to and that was checked. The connection goes to this address, so a later
 * change of the name has no effect (DNS rebinding).
 */
public record ResolvedDestination(WebhookUrl url, InetAddress address) {}

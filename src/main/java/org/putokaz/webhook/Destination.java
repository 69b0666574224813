package org.putokaz.webhook;

import java.net.InetAddress;

/** Where a connection goes: to this address, which has just been checked, whatever the name means a moment later. */
record Destination(WebhookUrl url, InetAddress address) {}

package org.putokaz.webhook.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asynchronous DNS lookup. An interface, so that tests can change the addresses of a name. */
interface DnsResolver {

    /** All addresses of a name, at least one; fails with {@link java.net.UnknownHostException} when there is none. */
    CompletionStage<List<InetAddress>> addressesOf(String name);
}

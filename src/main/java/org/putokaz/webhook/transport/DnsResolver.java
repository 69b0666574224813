package org.putokaz.webhook.transport;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Looks names up. A test has another one, whose answers change from one moment to the next. */
interface DnsResolver {

    /** All addresses of a name, at least one; fails with {@link java.net.UnknownHostException} when there is none. */
    CompletionStage<List<InetAddress>> addressesOf(String name);
}

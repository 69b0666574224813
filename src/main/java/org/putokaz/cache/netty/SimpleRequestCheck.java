package org.putokaz.cache.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.HostAndPortImpl;
import java.util.List;

/** Check of a request's version and connection headers, which decides what only the HTTP server may answer. */
final class SimpleRequestCheck {

    private SimpleRequestCheck() {}

    /** Whether the server may close the connection after its response. */
    static boolean endsConnection(HttpRequest request) {
        return request.decoderResult().isFailure()
                || !request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || !HttpUtil.isKeepAlive(request);
    }

    /** Whether the request, already with the server, asks anything of the connection or may end it. */
    static boolean endsConnection(HttpServerRequest request) {
        return request.version() != io.vertx.core.http.HttpVersion.HTTP_1_1
                || !isKeepAliveAtMost(request.headers().getAll(HttpHeaderNames.CONNECTION));
    }

    /** Whether the request is well-formed HTTP/1.1 with one valid host, and asks nothing of the connection. */
    static boolean isSimple(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && isKeepAliveAtMost(headers.getAll(HttpHeaderNames.CONNECTION))
                && hasOneValidHost(headers.getAll(HttpHeaderNames.HOST))
                && !headers.contains(HttpHeaderNames.EXPECT);
    }

    /** Whether {@code Connection} is absent or {@code keep-alive}, the default of HTTP/1.1. */
    static boolean isKeepAliveAtMost(List<String> connection) {
        return connection.isEmpty()
                || connection.size() == 1 && connection.get(0).equalsIgnoreCase("keep-alive");
    }

    /** The same check as the server's (RFC 9112, section 3.2). */
    private static boolean hasOneValidHost(List<String> host) {
        return host.size() == 1 && HostAndPortImpl.isValidAuthority(host.get(0));
    }
}

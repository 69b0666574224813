package org.putokaz.cache.netty;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.net.impl.HostAndPortImpl;
import java.util.List;

/** What a request says about its connection, and whether the server would refuse it before anybody reads its address. */
final class SimpleRequestCheck {

    private SimpleRequestCheck() {}

    /** Whether the server answers nothing after it. */
    static boolean endsTheConnection(HttpRequest request) {
        return request.decoderResult().isFailure()
                || !request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || !HttpUtil.isKeepAlive(request);
    }

    /** Whether nothing is said that the server would have to know, and he would not refuse it. */
    static boolean isPlain(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && saysNothing(headers.getAll(HttpHeaderNames.CONNECTION))
                && namesOneHost(headers.getAll(HttpHeaderNames.HOST))
                && !headers.contains(HttpHeaderNames.EXPECT);
    }

    /** To stay is what a connection of HTTP/1.1 does anyway. */
    static boolean saysNothing(List<String> connection) {
        return connection.isEmpty()
                || connection.size() == 1 && connection.get(0).equalsIgnoreCase("keep-alive");
    }

    /** As the server sees to it (RFC 9112, section 3.2). */
    private static boolean namesOneHost(List<String> host) {
        return host.size() == 1 && HostAndPortImpl.isValidAuthority(host.get(0));
    }
}

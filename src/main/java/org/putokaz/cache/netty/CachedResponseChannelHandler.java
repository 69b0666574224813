package org.putokaz.cache.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Netty handler of one HTTP/1.1 connection that writes cached responses before the HTTP server sees the request, and
 * limits the requests in progress (docs/decisions/0030). Both need the same count of requests, so they are one handler.
 *
 * <h2>Concurrency</h2>
 * All methods run on the event loop of the connection. The handler is installed while the server handles the first
 * request of the connection, so the count of outstanding requests begins at 1. If the next message read is not the rest
 * of that request, more requests may have been read before, and early responses are disabled.
 *
 * <h2>Consistency</h2>
 * Responses leave in the order of the requests (RFC 9112, section 9.3.2): a cached response is written only while the
 * server has no outstanding request. Every other request is forwarded and counted; the last content of its response
 * ends the count, interim (1xx) responses excepted. After a request that ends the connection, and after a change of
 * protocol, the handler only forwards.
 *
 * <h2>Bounds</h2>
 * Nothing is read from the connection while 16 requests are outstanding, or while the client leaves more unread than
 * the high-water mark of the channel (64 KiB). What was read by then waits in a queue. Content of a forwarded
 * request is never held back. This holds with the cache or early responses off too.
 *
 * <h2>Failure</h2>
 * A failing source is logged and its request is forwarded. Where Vert.x names its handlers otherwise, nothing is
 * installed. The queue is released with the connection.
 */
public final class CachedResponseChannelHandler extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(CachedResponseChannelHandler.class);

    private static final String VERTX_SERVER_HANDLER = "handler";
    private static final String VERTX_HTTP_ENCODER = "httpEncoder";
    private static final int MAX_OUTSTANDING_REQUESTS = 16;
    private static final AttributeKey<Boolean> INSTALLED =
            AttributeKey.valueOf(CachedResponseChannelHandler.class, "installed");

    private final CachedResponseSource source;
    private final ChannelHandlerContext encoder;
    private final Deque<Object> queue = new ArrayDeque<>();
    /** Requests forwarded to the server whose responses have not ended. */
    private int outstandingRequests = 1;

    private boolean currentRequestAnswered;
    private boolean flushPending;
    private boolean idleHandlerInstalled;
    private boolean readingPaused;
    private boolean firstMessageRead;
    private boolean draining;
    /** No early responses any more on this connection. */
    private boolean disabled;

    private CachedResponseChannelHandler(CachedResponseSource source, ChannelHandlerContext encoder, boolean disabled) {
        this.source = source;
        this.encoder = encoder;
        this.disabled = disabled;
    }

    /** Installs a handler on the HTTP/1 connection of a request being handled, unless it has one. */
    public static void install(HttpServerRequest request, CachedResponseSource source) {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            install(connection.channel(), source, SimpleRequestCheck.endsConnection(request));
        }
    }

    static void install(Channel channel, CachedResponseSource source, boolean disabled) {
        if (channel.hasAttr(INSTALLED)) {
            return;
        }
        channel.attr(INSTALLED).set(true);
        ChannelPipeline pipeline = channel.pipeline();
        ChannelHandlerContext encoder = pipeline.context(VERTX_HTTP_ENCODER);
        if (encoder != null && channel.eventLoop().inEventLoop() && pipeline.get(VERTX_SERVER_HANDLER) != null) {
            pipeline.addBefore(
                    VERTX_SERVER_HANDLER,
                    CachedResponseChannelHandler.class.getName(),
                    new CachedResponseChannelHandler(source, encoder, disabled));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!firstMessageRead) {
            firstMessageRead = true;
            disabled |= message instanceof HttpRequest;
        }
        if (queue.isEmpty() && mayForward(context, message)) {
            handle(context, message);
        } else {
            queue.add(message);
            pauseReading(context);
        }
    }

    private boolean mayForward(ChannelHandlerContext context, Object message) {
        return !(message instanceof HttpRequest)
                || outstandingRequests < MAX_OUTSTANDING_REQUESTS
                        && context.channel().isWritable();
    }

    /** Answers the message or forwards it to the server. */
    private void handle(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            currentRequestAnswered = outstandingRequests == 0 && !disabled && tryRespond(context, request);
            if (currentRequestAnswered) {
                return;
            }
            outstandingRequests++;
            disabled |= SimpleRequestCheck.endsConnection(request);
        } else if (currentRequestAnswered && message instanceof HttpContent content) {
            content.release();
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean tryRespond(ChannelHandlerContext context, HttpRequest request) {
        ByteBuf response = SimpleRequestCheck.isSimple(request) ? findResponse(context, request) : null;
        if (response == null) {
            return false;
        }
        if (!idleHandlerInstalled) {
            idleHandlerInstalled = true;
            LightweightIdleHandler.install(context.channel());
        }
        encoder.write(response, encoder.voidPromise());
        flushPending = true;
        return true;
    }

    private @Nullable ByteBuf findResponse(ChannelHandlerContext context, HttpRequest request) {
        try {
            return source.findResponse(request, context.alloc());
        } catch (RuntimeException failure) {
            LOG.error("A cached response could not be sent early; the server handles the request", failure);
            return null;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        flushResponses(context);
        context.fireChannelReadComplete();
    }

    /** Flushes through the idle handler, which takes the flush as activity of the connection. */
    private void flushResponses(ChannelHandlerContext context) {
        if (flushPending) {
            flushPending = false;
            context.flush();
        }
    }

    /** Pauses reading unless the server has done so, which then resumes it itself. */
    private void pauseReading(ChannelHandlerContext context) {
        ChannelConfig config = context.channel().config();
        if (config.isAutoRead()) {
            config.setAutoRead(false);
            readingPaused = true;
        }
    }

    private void resumeReading(ChannelHandlerContext context) {
        if (readingPaused) {
            readingPaused = false;
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        drainQueue(context);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            disabled |= response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code();
        } else if (message instanceof LastHttpContent) {
            outstandingRequests--;
            if (!queue.isEmpty()) {
                // Later: the server marks its response as ended only after this write.
                context.executor().execute(() -> drainQueue(context));
            }
        }
        context.write(message, promise);
    }

    private void drainQueue(ChannelHandlerContext context) {
        if (draining || !mayDrain(context)) {
            return;
        }
        draining = true;
        // Before the server receives a message, because it may pause reading itself.
        resumeReading(context);
        try {
            while (mayDrain(context)) {
                handle(context, queue.remove());
                if (!mayDrain(context)) {
                    flushResponses(context);
                    // The server flushes its responses on this event.
                    context.fireChannelReadComplete();
                }
            }
        } finally {
            draining = false;
        }
        if (!queue.isEmpty()) {
            pauseReading(context);
        }
    }

    private boolean mayDrain(ChannelHandlerContext context) {
        return !queue.isEmpty() && mayForward(context, queue.element());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        queue.forEach(ReferenceCountUtil::release);
        queue.clear();
    }
}

package org.putokaz.cache.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers on an HTTP/1.1 connection what is kept ready, before the server makes a request of it, as long as the server has
 * no other request of that connection under way (docs/decisions/0030). All else it passes on, and counts, so that answers
 * go out in the order of the questions (RFC 9112, section 9.3.2).
 *
 * <p>It takes in no more questions than it gets rid of answers: from who does not read his, or has many under way, nothing
 * more is read for the time being. Used by the connection's thread alone.
 */
public final class CachedResponseChannelHandler extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(CachedResponseChannelHandler.class);

    /** Names that Vert.x gives to its own handlers. */
    private static final String SERVER = "handler";

    private static final String ENCODER = "httpEncoder";
    /** Of one connection. The server would take in any number, and answer them one after the other. */
    private static final int MOST_UNDER_WAY = 16;

    private static final AttributeKey<Boolean> SEEN = AttributeKey.valueOf(CachedResponseChannelHandler.class, "seen");

    private final Desk desk;
    /** Where ready bytes go in. */
    private final ChannelHandlerContext encoder;
    /** What was read already and has to wait. */
    private final Deque<Object> waiting = new ArrayDeque<>();
    /** How many requests the server has that it has not answered to the end. */
    private int underWay = 1;

    /** The rest of the message that is being read has been answered. */
    private boolean answered;

    private boolean flushes;
    private boolean watched;
    private boolean stopped;
    private boolean counts;
    private boolean letsIn;
    /** The connection ends, or becomes something else. */
    private boolean over;

    /** Gives out what is ready. */
    @FunctionalInterface
    public interface Desk {

        /** The whole response in bytes; null when there is none at hand. */
        @Nullable
        ByteBuf answer(HttpRequest request, ByteBufAllocator memory);
    }

    private CachedResponseChannelHandler(Desk desk, ChannelHandlerContext encoder, boolean over) {
        this.desk = desk;
        this.encoder = encoder;
        this.over = over;
    }

    /** Opens one on the connection of the request, which is being handled; a second time nothing changes. */
    public static void open(HttpServerRequest request, Desk desk) {
        if (request.version() != io.vertx.core.http.HttpVersion.HTTP_2
                && request.connection() instanceof ConnectionBase held) {
            boolean last = request.version() != io.vertx.core.http.HttpVersion.HTTP_1_1
                    || !SimpleRequestCheck.saysNothing(request.headers().getAll(HttpHeaderNames.CONNECTION));
            open(held.channel(), desk, last);
        }
    }

    /** @param last whether the request says anything about the connection */
    static void open(Channel channel, Desk desk, boolean last) {
        if (channel.hasAttr(SEEN)) {
            return;
        }
        channel.attr(SEEN).set(true);
        ChannelPipeline pipeline = channel.pipeline();
        ChannelHandlerContext encoder = pipeline.context(ENCODER);
        if (encoder != null && channel.eventLoop().inEventLoop() && pipeline.get(SERVER) != null) {
            pipeline.addBefore(
                    SERVER,
                    CachedResponseChannelHandler.class.getName(),
                    new CachedResponseChannelHandler(desk, encoder, last));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!counts) {
            // Where the end of the request on which it was opened had been read before, others may have been too.
            counts = true;
            over |= message instanceof HttpRequest;
        }
        if (waiting.isEmpty() && mayPass(context, message)) {
            pass(context, message);
        } else {
            waiting.add(message);
            stopReading(context);
        }
    }

    /** Whether it can be dealt with now. Content belongs to a request that has passed. */
    private boolean mayPass(ChannelHandlerContext context, Object message) {
        return !(message instanceof HttpRequest)
                || underWay < MOST_UNDER_WAY && context.channel().isWritable();
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            answered = underWay == 0 && !over && answers(context, request);
            if (answered) {
                return;
            }
            underWay++;
            over |= SimpleRequestCheck.endsTheConnection(request);
        } else if (answered && message instanceof HttpContent rest) {
            rest.release();
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean answers(ChannelHandlerContext context, HttpRequest request) {
        ByteBuf answer = SimpleRequestCheck.isPlain(request) ? ready(context, request) : null;
        if (answer == null) {
            return false;
        }
        if (!watched) {
            watched = true;
            LightweightIdleHandler.watch(context.channel());
        }
        encoder.write(answer, encoder.voidPromise());
        flushes = true;
        return true;
    }

    private @Nullable ByteBuf ready(ChannelHandlerContext context, HttpRequest request) {
        try {
            return desk.answer(request, context.alloc());
        } catch (RuntimeException failed) {
            LOG.error("A kept answer could not be sent", failed);
            return null;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        flushOwn(context);
        context.fireChannelReadComplete();
    }

    /** Through the watch on the connection, which sees by it that something went out. */
    private void flushOwn(ChannelHandlerContext context) {
        if (flushes) {
            flushes = false;
            context.flush();
        }
    }

    /** The server stops reading too, but not while something waits here, because it gets nothing then. */
    private void stopReading(ChannelHandlerContext context) {
        ChannelConfig config = context.channel().config();
        if (config.isAutoRead()) {
            config.setAutoRead(false);
            stopped = true;
        }
    }

    private void readAgain(ChannelHandlerContext context) {
        if (stopped) {
            stopped = false;
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        letIn(context);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            over |= response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code();
        } else if (message instanceof LastHttpContent) {
            underWay--;
            if (!waiting.isEmpty()) {
                // The server is about to note that its answer is over.
                context.executor().execute(() -> letIn(context));
            }
        }
        context.write(message, promise);
    }

    /** Deals with what waits, as far as it may pass now. */
    private void letIn(ChannelHandlerContext context) {
        if (letsIn || waiting.isEmpty() || !mayPass(context, waiting.element())) {
            return;
        }
        letsIn = true;
        // Before the server gets anything: it may stop by itself then.
        readAgain(context);
        try {
            while (!waiting.isEmpty() && mayPass(context, waiting.element())) {
                pass(context, waiting.remove());
                if (waiting.isEmpty() || !mayPass(context, waiting.element())) {
                    flushOwn(context);
                    // The server holds its own answers back until then.
                    context.fireChannelReadComplete();
                }
            }
        } finally {
            letsIn = false;
        }
        if (!waiting.isEmpty()) {
            stopReading(context);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}

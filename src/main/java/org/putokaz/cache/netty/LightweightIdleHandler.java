package org.putokaz.cache.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.AttributeKey;
import java.util.concurrent.TimeUnit;

/**
 * Idle timeout of a connection without a listener at each write. It replaces the handler of Vert.x, whose listeners
 * make Netty create promises for each part of a response, 7 to 9 % of a cache hit (docs/decisions/0027).
 *
 * <h2>Concurrency</h2>
 * All methods run on the event loop of the connection.
 *
 * <h2>Consistency</h2>
 * A timer runs out when nothing was read for the timeout. The connection is idle if nothing was written either, which
 * is derived from the outbound buffer: a flush that emptied it, fewer pending bytes, another message at its head, or
 * progress within that message since the last check. Responses flushed with the end of a read do not count.
 *
 * <h2>Bounds</h2>
 * A connection ends after one timeout without a read or write; one that only sends is checked once in that time, and
 * ends after two at most.
 *
 * <h2>Failure</h2>
 * Where Vert.x names its idle handler otherwise, or has none, nothing is replaced.
 */
public final class LightweightIdleHandler extends IdleStateHandler {

    private static final String VERTX_IDLE_HANDLER = "idle";
    private static final AttributeKey<Boolean> INSTALLED =
            AttributeKey.valueOf(LightweightIdleHandler.class, "installed");

    /** Bytes were written since the last read or check. */
    private boolean written;

    private long pendingBytes;
    /** Identity hash code of the message at the head of the outbound buffer; 0 without one. */
    private int headMessage;

    private long headMessageProgress;

    LightweightIdleHandler(long timeoutMillis) {
        super(timeoutMillis, 0, 0, TimeUnit.MILLISECONDS);
    }

    /** Replaces the idle handler of Vert.x, with its timeout, unless this was tried before; on the event loop. */
    public static void install(Channel channel) {
        if (channel.hasAttr(INSTALLED)) {
            return;
        }
        channel.attr(INSTALLED).set(true);
        ChannelPipeline pipeline = channel.pipeline();
        ChannelHandler present = pipeline.get(VERTX_IDLE_HANDLER);
        if (present instanceof IdleStateHandler idle && idle.getAllIdleTimeInMillis() > 0) {
            pipeline.replace(idle, VERTX_IDLE_HANDLER, new LightweightIdleHandler(idle.getAllIdleTimeInMillis()));
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        // Vert.x passes a void promise of its own; Netty saves work only for the one of the channel.
        context.write(message, promise.isVoid() ? context.voidPromise() : promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        ChannelOutboundBuffer outbound = context.channel().unsafe().outboundBuffer();
        if (outbound != null && outbound.isEmpty()) {
            written = true;
        } else if (outbound != null) {
            // The next check compares with this.
            pendingBytes = outbound.totalPendingWriteBytes();
        }
    }

    /** Ends a read: the timer starts anew, so responses flushed with it do not count as further activity. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        written = false;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        written |= context.channel().isWritable();
        super.channelWritabilityChanged(context);
    }

    /** Called when nothing was read for the timeout. */
    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) throws Exception {
        if (!hasWrittenSinceLastCheck(context.channel().unsafe().outboundBuffer())) {
            super.channelIdle(context, event);
        }
    }

    private boolean hasWrittenSinceLastCheck(ChannelOutboundBuffer outbound) {
        long previousPendingBytes = pendingBytes;
        int previousHeadMessage = headMessage;
        long previousProgress = headMessageProgress;
        pendingBytes = outbound == null ? 0 : outbound.totalPendingWriteBytes();
        // File regions count as no pending bytes, but the next one has another identity.
        headMessage = outbound == null ? 0 : System.identityHashCode(outbound.current());
        headMessageProgress = outbound == null ? 0 : outbound.currentProgress();
        boolean headSent = previousHeadMessage != 0 && headMessage != previousHeadMessage;
        boolean active =
                written || headSent || pendingBytes < previousPendingBytes || headMessageProgress != previousProgress;
        written = false;
        return active;
    }
}

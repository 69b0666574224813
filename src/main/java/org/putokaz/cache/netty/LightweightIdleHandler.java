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
 * Ends a connection on which nothing has moved in either direction for a while (after the time that the server gives it,
 * before the double of that), without a listener at each write. The server's own way asks to be told of every write, for
 * which Netty makes promises for every part of a response: a fifteenth of what an answer from memory costs
 * (docs/decisions/0027).
 */
public final class LightweightIdleHandler extends IdleStateHandler {

    /** Under this name Vert.x puts its own. */
    private static final String NAME = "idle";

    private static final AttributeKey<Boolean> SEEN = AttributeKey.valueOf(LightweightIdleHandler.class, "seen");

    private boolean moved;
    /** How many bytes were waiting to be taken, which of the messages was the first of them, and how far it had come. */
    private long waiting;

    private int first;
    private long progress;

    LightweightIdleHandler(long millis) {
        super(millis, 0, 0, TimeUnit.MILLISECONDS);
    }

    /** Puts one in the place of the server's, with its time, where that has not been done yet; on the connection's thread. */
    public static void watch(Channel channel) {
        if (!channel.hasAttr(SEEN)) {
            channel.attr(SEEN).set(true);
            ChannelPipeline pipeline = channel.pipeline();
            ChannelHandler before = pipeline.get(NAME);
            if (before instanceof IdleStateHandler idle && idle.getAllIdleTimeInMillis() > 0) {
                pipeline.replace(idle, NAME, new LightweightIdleHandler(idle.getAllIdleTimeInMillis()));
            }
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        // Vert.x brings a promise of its own that nobody looks at; only the connection's own is known as such to Netty.
        context.write(message, promise.isVoid() ? context.voidPromise() : promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        ChannelOutboundBuffer outbound = context.channel().unsafe().outboundBuffer();
        if (outbound != null && outbound.isEmpty()) {
            moved = true;
        } else if (outbound != null) {
            // What is taken of it later is seen when it is asked for.
            waiting = outbound.totalPendingWriteBytes();
        }
    }

    /** The answers to what was read have gone out with it, and count no more than the question does. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        super.channelReadComplete(context);
        moved = false;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        moved |= context.channel().isWritable();
        super.channelWritabilityChanged(context);
    }

    /** Nothing was read. */
    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) throws Exception {
        if (!hasMoved(context.channel().unsafe().outboundBuffer())) {
            super.channelIdle(context, event);
        }
    }

    /** Whether anything was taken since it was last asked, be it the first bytes of what waits. */
    private boolean hasMoved(ChannelOutboundBuffer outbound) {
        long waitingBefore = waiting;
        int firstBefore = first;
        long progressBefore = progress;
        waiting = outbound == null ? 0 : outbound.totalPendingWriteBytes();
        // A piece of a file counts as no bytes; but after it comes another.
        first = outbound == null ? 0 : System.identityHashCode(outbound.current());
        progress = outbound == null ? 0 : outbound.currentProgress();
        boolean gone = firstBefore != 0 && first != firstBefore;
        boolean taken = moved || gone || waiting < waitingBefore || progress != progressBefore;
        moved = false;
        return taken;
    }
}

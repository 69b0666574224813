package org.putokaz.cache.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.timeout.IdleStateEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Test of when a connection on which nothing is read counts as idle. */
class LightweightIdleHandlerTest {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final EchoServer server = new EchoServer();
    private final LightweightIdleHandler handler = new LightweightIdleHandler(TIMEOUT_MILLIS);
    private final SlowChannel channel = new SlowChannel();

    /** Server that counts idle events and answers each message with ten bytes. */
    private static final class EchoServer extends ChannelDuplexHandler {

        private int idle;

        /** Writes ten bytes, flushed at the end of the read. */
        @Override
        public void channelRead(ChannelHandlerContext context, Object question) {
            context.write(Unpooled.wrappedBuffer(new byte[10]));
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            idle += event instanceof IdleStateEvent ? 1 : 0;
        }
    }

    /** Channel of a client that reads a limited number of bytes. */
    private static final class SlowChannel extends EmbeddedChannel {

        private long allowedBytes;

        @Override
        protected void doWrite(ChannelOutboundBuffer outbound) throws Exception {
            if (allowedBytes == Long.MAX_VALUE) {
                super.doWrite(outbound);
            } else {
                outbound.removeBytes(allowedBytes);
                allowedBytes = 0;
            }
        }
    }

    @BeforeEach
    void connect() {
        channel.pipeline().addLast(handler, server);
        channel.allowedBytes = Long.MAX_VALUE;
    }

    /** Number of idle events after another timeout without a read. */
    private int timeoutPasses() throws Exception {
        handler.channelIdle(channel.pipeline().context(handler), IdleStateEvent.READER_IDLE_STATE_EVENT);
        return server.idle;
    }

    private void send(int bytes) {
        channel.pipeline().context(server).writeAndFlush(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    @Test
    void whereNothingMovesItIsIdleTheFirstTime() throws Exception {
        assertThat(timeoutPasses()).isEqualTo(1);
    }

    @Test
    void whatWasTakenKeepsItForOneMoreTime() throws Exception {
        send(10);
        assertThat(timeoutPasses()).isZero();
        assertThat(timeoutPasses()).isEqualTo(1);
    }

    @Test
    void theAnswerToTheLastQuestionCountsNoMoreThanTheQuestion() throws Exception {
        channel.writeInbound("question");
        assertThat(channel.outboundMessages()).hasSize(1);
        assertThat(timeoutPasses()).isEqualTo(1);
    }

    @Test
    void whatIsTakenLaterOfWhatWaitsCountsToo() throws Exception {
        channel.allowedBytes = 0;
        send(10);
        channel.allowedBytes = Long.MAX_VALUE;
        // The event loop flushes past the pipeline when the socket is writable.
        channel.unsafe().flush();
        assertThat(timeoutPasses()).isZero();
        assertThat(timeoutPasses()).isEqualTo(1);
    }

    @Test
    void onePieceAfterTheOtherIsProgressHoweverAlikeTheyAre() throws Exception {
        channel.allowedBytes = 0;
        send(10);
        send(10);
        assertThat(timeoutPasses()).isEqualTo(1);
        channel.allowedBytes = 10;
        send(10);
        assertThat(timeoutPasses()).isEqualTo(1);
        assertThat(timeoutPasses()).isEqualTo(2);
    }

    @Test
    void whatIsNotTakenDoesNotKeepItHoweverMuchIsSent() throws Exception {
        channel.allowedBytes = 0;
        send(10);
        send(20);
        assertThat(timeoutPasses()).isEqualTo(1);
        send(30);
        assertThat(timeoutPasses()).isEqualTo(2);
    }

    @Test
    void aClientThatReadsSlowlyIsNotIdle() throws Exception {
        channel.allowedBytes = 0;
        send(10);
        send(10);
        assertThat(timeoutPasses()).isEqualTo(1);
        for (int i = 0; i < 3; i++) {
            channel.allowedBytes = 4;
            channel.flush();
            assertThat(timeoutPasses()).as("after %s bytes", 4 * i).isEqualTo(1);
        }
        assertThat(timeoutPasses()).isEqualTo(2);
    }

    @Test
    void aPromiseOfNoOneComesAsTheConnectionsOwnAndAnyOtherAsItIs() {
        ChannelPromise[] seen = new ChannelPromise[1];
        channel.pipeline().addFirst(new ChannelDuplexHandler() {
            @Override
            public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                seen[0] = promise;
                context.write(message, promise);
            }
        });
        channel.pipeline().context(server).write("one", new VoidChannelPromise(channel, false));
        assertThat(seen[0]).isSameAs(channel.voidPromise());

        ChannelPromise awaited = channel.newPromise();
        channel.pipeline().context(server).write("two", awaited);
        assertThat(seen[0]).isSameAs(awaited);
    }
}

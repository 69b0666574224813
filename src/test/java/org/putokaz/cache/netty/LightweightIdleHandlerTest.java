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

/** When a line on which nothing is read counts as idle. */
class LightweightIdleHandlerTest {

    private static final int LONG = 60_000;

    private final Witness witness = new Witness();
    private final LightweightIdleHandler line = new LightweightIdleHandler(LONG);
    private final Taker channel = new Taker();

    /** Sees what comes out on the server's side of the line, and what goes to the wire. */
    private static final class Witness extends ChannelDuplexHandler {

        private int idle;

        /** A question is answered with ten bytes, which go out when all of it was read. */
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

    /** A client who takes no more than he is allowed to. */
    private static final class Taker extends EmbeddedChannel {

        private long takes;

        @Override
        protected void doWrite(ChannelOutboundBuffer outbound) throws Exception {
            if (takes == Long.MAX_VALUE) {
                super.doWrite(outbound);
            } else {
                outbound.removeBytes(takes);
                takes = 0;
            }
        }
    }

    @BeforeEach
    void connect() {
        channel.pipeline().addLast(line, witness);
        channel.takes = Long.MAX_VALUE;
    }

    /** What happens when nothing has been read for the time. */
    private int timePasses() throws Exception {
        line.channelIdle(channel.pipeline().context(line), IdleStateEvent.READER_IDLE_STATE_EVENT);
        return witness.idle;
    }

    private void send(int bytes) {
        channel.pipeline().context(witness).writeAndFlush(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    @Test
    void whereNothingMovesItIsIdleTheFirstTime() throws Exception {
        assertThat(timePasses()).isEqualTo(1);
    }

    @Test
    void whatWasTakenKeepsItForOneMoreTime() throws Exception {
        send(10);
        assertThat(timePasses()).isZero();
        assertThat(timePasses()).isEqualTo(1);
    }

    @Test
    void theAnswerToTheLastQuestionCountsNoMoreThanTheQuestion() throws Exception {
        channel.writeInbound("question");
        assertThat(channel.outboundMessages()).hasSize(1);
        assertThat(timePasses()).isEqualTo(1);
    }

    @Test
    void whatIsTakenLaterOfWhatWaitsCountsToo() throws Exception {
        channel.takes = 0;
        send(10);
        channel.takes = Long.MAX_VALUE;
        // As when the system says that there is room: past the pipeline.
        channel.unsafe().flush();
        assertThat(timePasses()).isZero();
        assertThat(timePasses()).isEqualTo(1);
    }

    @Test
    void onePieceAfterTheOtherIsProgressHoweverAlikeTheyAre() throws Exception {
        channel.takes = 0;
        send(10);
        send(10);
        assertThat(timePasses()).isEqualTo(1);
        channel.takes = 10;
        send(10);
        assertThat(timePasses()).isEqualTo(1);
        assertThat(timePasses()).isEqualTo(2);
    }

    @Test
    void whatIsNotTakenDoesNotKeepItHoweverMuchIsSent() throws Exception {
        channel.takes = 0;
        send(10);
        send(20);
        assertThat(timePasses()).isEqualTo(1);
        send(30);
        assertThat(timePasses()).isEqualTo(2);
    }

    @Test
    void whoTakesSlowlyIsThere() throws Exception {
        channel.takes = 0;
        send(10);
        send(10);
        assertThat(timePasses()).isEqualTo(1);
        for (int i = 0; i < 3; i++) {
            channel.takes = 4;
            channel.flush();
            assertThat(timePasses()).as("after %s bytes", 4 * i).isEqualTo(1);
        }
        assertThat(timePasses()).isEqualTo(2);
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
        channel.pipeline().context(witness).write("one", new VoidChannelPromise(channel, false));
        assertThat(seen[0]).isSameAs(channel.voidPromise());

        ChannelPromise awaited = channel.newPromise();
        channel.pipeline().context(witness).write("two", awaited);
        assertThat(seen[0]).isSameAs(awaited);
    }
}

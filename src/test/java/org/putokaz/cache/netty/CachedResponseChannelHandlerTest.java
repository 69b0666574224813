package org.putokaz.cache.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests of a connection the server sees, and in which order answers go out. */
class CachedResponseChannelHandlerTest {

    private static final String KEPT = "/kept";
    private static final String BROKEN = "/broken";
    /** As Netty counts them, a hundred bytes more for each. */
    private static final int THREE_ANSWERS = 250;

    private final Server server = new Server();
    private final Taker channel = new Taker();
    private final List<ByteBuf> given = new ArrayList<>();

    /** Notes what it gets; answers when it is told to. */
    private static final class Server extends ChannelInboundHandlerAdapter {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                seen.add(request.uri());
            } else if (message instanceof LastHttpContent) {
                seen.add("end");
            } else if (message instanceof HttpContent) {
                seen.add("content");
            }
            ReferenceCountUtil.release(message);
        }

        private long requests() {
            return seen.stream().filter(one -> one.startsWith("/")).count();
        }
    }

    /** A client who may stop reading. */
    private static final class Taker extends EmbeddedChannel {

        private boolean takesNothing;

        @Override
        protected void doWrite(ChannelOutboundBuffer outbound) throws Exception {
            if (!takesNothing) {
                super.doWrite(outbound);
            }
        }
    }

    /** As it is when a request is handled before its end was read. */
    @BeforeEach
    void openOnTheFirstRequest() {
        openInTheMiddle();
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        server.seen.clear();
    }

    private void openInTheMiddle() {
        channel.pipeline().addLast("httpEncoder", new HttpResponseEncoder());
        channel.pipeline().addLast("handler", server);
        CachedResponseChannelHandler.install(
                channel,
                (request, memory) -> {
                    if (!request.uri().equals(KEPT)) {
                        return null;
                    }
                    ByteBuf answer = memory.directBuffer().writeBytes("kept;".getBytes(StandardCharsets.US_ASCII));
                    given.add(answer);
                    return answer;
                },
                false);
    }

    @AfterEach
    void nothingIsLeftInMemory() {
        channel.finishAndReleaseAll();
        assertThat(given).allSatisfy(answer -> assertThat(answer.refCnt()).isZero());
    }

    private static DefaultHttpRequest request(String uri) {
        DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri);
        request.headers().set("Host", "localhost");
        return request;
    }

    private void ask(String uri) {
        ask(request(uri));
    }

    private void ask(HttpRequest request) {
        channel.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void serverAnswers() {
        channel.writeOutbound(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.copiedBuffer("made;", StandardCharsets.US_ASCII)));
    }

    /** What went to the wire since it was last asked, without the heads that the server's encoder wrote. */
    private String wire() {
        StringBuilder wire = new StringBuilder();
        for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
            wire.append(piece.toString(StandardCharsets.US_ASCII));
            piece.release();
        }
        return wire.toString().replaceAll("(?s)HTTP/1.1 .*?\r\n\r\n", "");
    }

    @Test
    void whatIsKeptNeverReachesTheServer() {
        serverAnswers();
        ask(KEPT);
        ask(KEPT);

        assertThat(server.seen).isEmpty();
        assertThat(wire()).isEqualTo("made;kept;kept;");
    }

    @Test
    void whileTheFirstRequestIsUnderWayItIsNotOvertaken() {
        ask(KEPT);

        assertThat(server.seen).containsExactly(KEPT, "end");
        assertThat(wire()).isEmpty();
    }

    @Test
    void whatFollowsARequestUnderWayIsLeftToTheServer() {
        serverAnswers();
        ask("/made");
        ask(KEPT);
        serverAnswers();
        ask(KEPT);
        assertThat(server.seen).containsExactly("/made", "end", KEPT, "end", KEPT, "end");

        serverAnswers();
        serverAnswers();
        ask(KEPT);
        assertThat(server.seen).hasSize(6);
        assertThat(wire()).isEqualTo("made;made;made;made;kept;");
    }

    /** Head, pieces and end come one by one. */
    @Test
    void aResponseInPiecesIsOverWithItsLast() {
        channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        channel.writeOutbound(new DefaultHttpContent(Unpooled.copiedBuffer("piece;", StandardCharsets.US_ASCII)));
        ask(KEPT);
        assertThat(server.seen).containsExactly(KEPT, "end");

        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        serverAnswers();
        ask(KEPT);
        assertThat(server.seen).containsExactly(KEPT, "end");
    }

    /** Such as 100 Continue, which has the form of a whole response. */
    @Test
    void aWordInAdvanceIsNoAnswer() {
        serverAnswers();
        ask("/made");
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        ask(KEPT);

        assertThat(server.seen).containsExactly("/made", "end", KEPT, "end");
    }

    @Test
    void aBodyReachesTheServerToItsEnd() {
        serverAnswers();
        HttpRequest request = request("/made");
        channel.writeInbound(request, new DefaultHttpContent(Unpooled.copiedBuffer("a", StandardCharsets.US_ASCII)));
        serverAnswers();
        channel.writeInbound(
                new DefaultHttpContent(Unpooled.copiedBuffer("b", StandardCharsets.US_ASCII)),
                LastHttpContent.EMPTY_LAST_CONTENT);
        ask(KEPT);

        assertThat(server.seen).containsExactly("/made", "content", "content", "end");
        assertThat(wire()).isEqualTo("made;made;kept;");
    }

    @ParameterizedTest
    @CsvSource({"Connection, close", "Connection, Upgrade", "Connection, 'keep-alive, Upgrade'", "Expect, 100-continue"
    })
    void whatSaysMoreIsForTheServer(String name, String value) {
        serverAnswers();
        HttpRequest request = request(KEPT);
        request.headers().set(name, value);
        ask(request);

        assertThat(server.seen).containsExactly(KEPT, "end");
    }

    @ParameterizedTest
    @CsvSource({"Connection, close", "Host, other"})
    void aSecondLineIsReadToo(String name, String value) {
        serverAnswers();
        HttpRequest request = request(KEPT);
        request.headers().set("Connection", "keep-alive").add(name, value);
        ask(request);

        assertThat(server.seen).containsExactly(KEPT, "end");
    }

    @Test
    void withoutAHostItIsForTheServer() {
        serverAnswers();
        HttpRequest request = request(KEPT);
        request.headers().remove("Host");
        ask(request);

        assertThat(server.seen).containsExactly(KEPT, "end");
    }

    /** Where the end of the first has been read already, more may have been, which nobody has counted. */
    @Test
    void whereItIsNotSureHowManyAreUnderWayAllIsForTheServer() {
        Server other = new Server();
        EmbeddedChannel late = new EmbeddedChannel();
        late.pipeline().addLast("httpEncoder", new HttpResponseEncoder());
        late.pipeline().addLast("handler", other);
        CachedResponseChannelHandler.install(
                late, (request, memory) -> memory.buffer().writeByte('k'), false);
        late.writeInbound(request("/made"), LastHttpContent.EMPTY_LAST_CONTENT);
        for (int i = 0; i < 3; i++) {
            late.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        }
        late.writeInbound(request(KEPT), LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(other.seen).containsExactly("/made", "end", KEPT, "end");
        late.finishAndReleaseAll();
    }

    @Test
    void whatCannotBeGivenOutIsForTheServer() {
        serverAnswers();
        ask(BROKEN);

        assertThat(server.seen).containsExactly(BROKEN, "end");
    }

    @Test
    void afterTheEndOfTheConnectionWasAskedForAllIsForTheServer() {
        serverAnswers();
        HttpRequest last = request("/made");
        last.headers().set("Connection", "close");
        ask(last);
        serverAnswers();
        ask(KEPT);

        assertThat(server.seen).containsExactly("/made", "end", KEPT, "end");
    }

    @Test
    void anOlderProtocolIsForTheServer() {
        serverAnswers();
        ask(new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, KEPT));

        assertThat(server.seen).containsExactly(KEPT, "end");
    }

    @Test
    void whatCouldNotBeReadIsForTheServerAndAllAfterIt() {
        serverAnswers();
        HttpRequest broken = request(KEPT);
        broken.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("nonsense")));
        ask(broken);
        serverAnswers();
        ask(KEPT);

        assertThat(server.seen).containsExactly(KEPT, "end", KEPT, "end");
    }

    /** He does not read his answers. */
    @Test
    void whoTakesNothingIsReadNoMoreUntilHeDoes() {
        serverAnswers();
        wire();
        channel.takesNothing = true;
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, THREE_ANSWERS));
        for (int i = 0; i < 10; i++) {
            ask(i == 7 ? "/made" : KEPT);
        }
        assertThat(given).hasSize(3);
        assertThat(server.seen).isEmpty();
        assertThat(channel.config().isAutoRead()).isFalse();

        channel.takesNothing = false;
        channel.flush();
        assertThat(wire()).isEqualTo("kept;".repeat(7));
        assertThat(server.seen).containsExactly("/made", "end", KEPT, "end", KEPT, "end");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void whoHasManyUnderWayIsReadNoMoreUntilTheyAreFewer() {
        for (int i = 0; i < 100; i++) {
            ask("/made");
        }
        // The first is the one on which the lane was opened.
        assertThat(server.requests()).isEqualTo(15);
        assertThat(channel.config().isAutoRead()).isFalse();

        for (int i = 0; i < 85; i++) {
            serverAnswers();
            assertThat(server.requests()).isEqualTo(16 + i);
        }
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(wire()).isEqualTo("made;".repeat(85));
    }

    /** Otherwise the request it belongs to would never be over. */
    @Test
    void aBodyPassesWhateverIsUnderWay() {
        for (int i = 0; i < 14; i++) {
            ask("/made");
        }
        channel.writeInbound(
                request("/made"),
                new DefaultHttpContent(Unpooled.copiedBuffer("a", StandardCharsets.US_ASCII)),
                LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(server.seen).endsWith("/made", "content", "end");
    }

    @Test
    void whatWaitsIsLetGoWithTheConnection() {
        for (int i = 0; i < 20; i++) {
            ask("/made");
        }
        ByteBuf content = Unpooled.copiedBuffer("a", StandardCharsets.US_ASCII);
        channel.writeInbound(request("/made"), new DefaultHttpContent(content));
        channel.finishAndReleaseAll();

        assertThat(content.refCnt()).isZero();
    }

    /** What was read at once is answered at once. */
    @Test
    void answersGoOutWhenAllThatCameHasBeenRead() {
        serverAnswers();
        assertThat(wire()).isEqualTo("made;");
        channel.pipeline().fireChannelRead(request(KEPT));
        channel.pipeline().fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(wire()).isEmpty();

        channel.pipeline().fireChannelReadComplete();
        assertThat(wire()).isEqualTo("kept;");
    }

    @Test
    void aConnectionHasOneAlone() {
        int before = channel.pipeline().names().size();
        CachedResponseChannelHandler.install(channel, (request, memory) -> null, false);

        assertThat(channel.pipeline().names()).hasSize(before);
    }
}

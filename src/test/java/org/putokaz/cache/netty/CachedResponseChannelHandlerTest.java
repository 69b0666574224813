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

/** Test of the requests that reach the server, and of the order of the responses. */
class CachedResponseChannelHandlerTest {

    private static final String CACHED = "/cached";
    private static final String BROKEN = "/broken";
    /** High-water mark in bytes; Netty adds about a hundred to each buffer. */
    private static final int THREE_RESPONSES = 250;

    private final RecordingServer server = new RecordingServer();
    private final StallingChannel channel = new StallingChannel();
    private final List<ByteBuf> earlyResponses = new ArrayList<>();

    /** Server handler that records its messages and responds only when the test writes a response. */
    private static final class RecordingServer extends ChannelInboundHandlerAdapter {

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

    /** Channel of a client that can stop reading. */
    private static final class StallingChannel extends EmbeddedChannel {

        private boolean stalled;

        @Override
        protected void doWrite(ChannelOutboundBuffer outbound) throws Exception {
            if (!stalled) {
                super.doWrite(outbound);
            }
        }
    }

    /** Installs the handler while the first request is handled and its end is not read yet. */
    @BeforeEach
    void installDuringFirstRequest() {
        installHandler();
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        server.seen.clear();
    }

    private void installHandler() {
        channel.pipeline().addLast("httpEncoder", new HttpResponseEncoder());
        channel.pipeline().addLast("handler", server);
        CachedResponseChannelHandler.install(
                channel,
                (request, allocator) -> {
                    if (request.uri().equals(BROKEN)) {
                        throw new IllegalStateException("a source that fails");
                    }
                    if (!request.uri().equals(CACHED)) {
                        return null;
                    }
                    ByteBuf response =
                            allocator.directBuffer().writeBytes("cached;".getBytes(StandardCharsets.US_ASCII));
                    earlyResponses.add(response);
                    return response;
                },
                false);
    }

    @AfterEach
    void nothingIsLeftInMemory() {
        channel.finishAndReleaseAll();
        assertThat(earlyResponses)
                .allSatisfy(response -> assertThat(response.refCnt()).isZero());
    }

    private static DefaultHttpRequest request(String uri) {
        DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri);
        request.headers().set("Host", "localhost");
        return request;
    }

    private void send(String uri) {
        send(request(uri));
    }

    private void send(HttpRequest request) {
        channel.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void serverResponds() {
        channel.writeOutbound(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.copiedBuffer("made;", StandardCharsets.US_ASCII)));
    }

    /** The bytes written since the last call, without the heads of the server's encoder. */
    private String written() {
        StringBuilder written = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            written.append(part.toString(StandardCharsets.US_ASCII));
            part.release();
        }
        return written.toString().replaceAll("(?s)HTTP/1.1 .*?\r\n\r\n", "");
    }

    @Test
    void whatIsKeptNeverReachesTheServer() {
        serverResponds();
        send(CACHED);
        send(CACHED);

        assertThat(server.seen).isEmpty();
        assertThat(written()).isEqualTo("made;cached;cached;");
    }

    @Test
    void whileTheFirstRequestIsUnderWayItIsNotOvertaken() {
        send(CACHED);

        assertThat(server.seen).containsExactly(CACHED, "end");
        assertThat(written()).isEmpty();
    }

    @Test
    void whatFollowsARequestUnderWayIsLeftToTheServer() {
        serverResponds();
        send("/made");
        send(CACHED);
        serverResponds();
        send(CACHED);
        assertThat(server.seen).containsExactly("/made", "end", CACHED, "end", CACHED, "end");

        serverResponds();
        serverResponds();
        send(CACHED);
        assertThat(server.seen).hasSize(6);
        assertThat(written()).isEqualTo("made;made;made;made;cached;");
    }

    /** Head, contents and last content are separate messages. */
    @Test
    void aResponseInPiecesIsOverWithItsLast() {
        channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        channel.writeOutbound(new DefaultHttpContent(Unpooled.copiedBuffer("piece;", StandardCharsets.US_ASCII)));
        send(CACHED);
        assertThat(server.seen).containsExactly(CACHED, "end");

        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        serverResponds();
        send(CACHED);
        assertThat(server.seen).containsExactly(CACHED, "end");
    }

    /** 100 Continue has the form of a full response. */
    @Test
    void anInterimResponseDoesNotEndTheRequest() {
        serverResponds();
        send("/made");
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        send(CACHED);

        assertThat(server.seen).containsExactly("/made", "end", CACHED, "end");
    }

    @Test
    void aBodyReachesTheServerToItsEnd() {
        serverResponds();
        HttpRequest request = request("/made");
        channel.writeInbound(request, new DefaultHttpContent(Unpooled.copiedBuffer("a", StandardCharsets.US_ASCII)));
        serverResponds();
        channel.writeInbound(
                new DefaultHttpContent(Unpooled.copiedBuffer("b", StandardCharsets.US_ASCII)),
                LastHttpContent.EMPTY_LAST_CONTENT);
        send(CACHED);

        assertThat(server.seen).containsExactly("/made", "content", "content", "end");
        assertThat(written()).isEqualTo("made;made;cached;");
    }

    @ParameterizedTest
    @CsvSource({"Connection, close", "Connection, Upgrade", "Connection, 'keep-alive, Upgrade'", "Expect, 100-continue"
    })
    void whatSaysMoreIsForTheServer(String name, String value) {
        serverResponds();
        HttpRequest request = request(CACHED);
        request.headers().set(name, value);
        send(request);

        assertThat(server.seen).containsExactly(CACHED, "end");
    }

    @ParameterizedTest
    @CsvSource({"Connection, close", "Host, other"})
    void aSecondLineIsReadToo(String name, String value) {
        serverResponds();
        HttpRequest request = request(CACHED);
        request.headers().set("Connection", "keep-alive").add(name, value);
        send(request);

        assertThat(server.seen).containsExactly(CACHED, "end");
    }

    @Test
    void withoutAHostItIsForTheServer() {
        serverResponds();
        HttpRequest request = request(CACHED);
        request.headers().remove("Host");
        send(request);

        assertThat(server.seen).containsExactly(CACHED, "end");
    }

    /** If the first request was read to its end before, more requests may have been read uncounted. */
    @Test
    void whereItIsNotSureHowManyAreUnderWayAllIsForTheServer() {
        RecordingServer other = new RecordingServer();
        EmbeddedChannel late = new EmbeddedChannel();
        late.pipeline().addLast("httpEncoder", new HttpResponseEncoder());
        late.pipeline().addLast("handler", other);
        CachedResponseChannelHandler.install(
                late, (request, allocator) -> allocator.buffer().writeByte('k'), false);
        late.writeInbound(request("/made"), LastHttpContent.EMPTY_LAST_CONTENT);
        for (int i = 0; i < 3; i++) {
            late.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        }
        late.writeInbound(request(CACHED), LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(other.seen).containsExactly("/made", "end", CACHED, "end");
        late.finishAndReleaseAll();
    }

    @Test
    void whatCannotBeGivenOutIsForTheServer() {
        serverResponds();
        send(BROKEN);

        assertThat(server.seen).containsExactly(BROKEN, "end");
    }

    @Test
    void afterTheEndOfTheConnectionWasAskedForAllIsForTheServer() {
        serverResponds();
        HttpRequest last = request("/made");
        last.headers().set("Connection", "close");
        send(last);
        serverResponds();
        send(CACHED);

        assertThat(server.seen).containsExactly("/made", "end", CACHED, "end");
    }

    @Test
    void anOlderProtocolIsForTheServer() {
        serverResponds();
        send(new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, CACHED));

        assertThat(server.seen).containsExactly(CACHED, "end");
    }

    @Test
    void whatCouldNotBeReadIsForTheServerAndAllAfterIt() {
        serverResponds();
        HttpRequest broken = request(CACHED);
        broken.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("nonsense")));
        send(broken);
        serverResponds();
        send(CACHED);

        assertThat(server.seen).containsExactly(CACHED, "end", CACHED, "end");
    }

    @Test
    void nothingIsReadFromAClientThatDoesNotReadUntilItDoes() {
        serverResponds();
        written();
        channel.stalled = true;
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, THREE_RESPONSES));
        for (int i = 0; i < 10; i++) {
            send(i == 7 ? "/made" : CACHED);
        }
        assertThat(earlyResponses).hasSize(3);
        assertThat(server.seen).isEmpty();
        assertThat(channel.config().isAutoRead()).isFalse();

        channel.stalled = false;
        channel.flush();
        assertThat(written()).isEqualTo("cached;".repeat(7));
        assertThat(server.seen).containsExactly("/made", "end", CACHED, "end", CACHED, "end");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void nothingIsReadWhileSixteenRequestsAreOutstanding() {
        for (int i = 0; i < 100; i++) {
            send("/made");
        }
        // The sixteenth is the request during which the handler was installed.
        assertThat(server.requests()).isEqualTo(15);
        assertThat(channel.config().isAutoRead()).isFalse();

        for (int i = 0; i < 85; i++) {
            serverResponds();
            assertThat(server.requests()).isEqualTo(16 + i);
        }
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(written()).isEqualTo("made;".repeat(85));
    }

    /** Without its content an outstanding request could never end. */
    @Test
    void aBodyPassesWhateverIsUnderWay() {
        for (int i = 0; i < 14; i++) {
            send("/made");
        }
        channel.writeInbound(
                request("/made"),
                new DefaultHttpContent(Unpooled.copiedBuffer("a", StandardCharsets.US_ASCII)),
                LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(server.seen).endsWith("/made", "content", "end");
    }

    @Test
    void queuedMessagesAreReleasedWithTheConnection() {
        for (int i = 0; i < 20; i++) {
            send("/made");
        }
        ByteBuf content = Unpooled.copiedBuffer("a", StandardCharsets.US_ASCII);
        channel.writeInbound(request("/made"), new DefaultHttpContent(content));
        channel.finishAndReleaseAll();

        assertThat(content.refCnt()).isZero();
    }

    /** Responses to one read are flushed together. */
    @Test
    void answersGoOutWhenAllThatCameHasBeenRead() {
        serverResponds();
        assertThat(written()).isEqualTo("made;");
        channel.pipeline().fireChannelRead(request(CACHED));
        channel.pipeline().fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(written()).isEmpty();

        channel.pipeline().fireChannelReadComplete();
        assertThat(written()).isEqualTo("cached;");
    }

    @Test
    void aConnectionHasOneAlone() {
        int before = channel.pipeline().names().size();
        CachedResponseChannelHandler.install(channel, (request, allocator) -> null, false);

        assertThat(channel.pipeline().names()).hasSize(before);
    }
}

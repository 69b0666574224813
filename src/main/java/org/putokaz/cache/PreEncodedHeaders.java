package org.putokaz.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Header lines that are sent again and again, as either way to the wire takes them: the server's own headers, and the
 * bytes that HTTP/1.1 makes of those (RFC 9112, section 5).
 */
final class PreEncodedHeaders {

    /** Name and value in turn. */
    private final CharSequence[] fields;

    private final byte[] bytes;

    private PreEncodedHeaders(List<CharSequence> fields, byte[] bytes) {
        this.fields = fields.toArray(CharSequence[]::new);
        this.bytes = bytes;
    }

    /**
     * @param fields gives the lines, each name with its value
     * @throws IllegalArgumentException when one holds what no header may hold, such as the end of a line
     */
    static PreEncodedHeaders of(Writer fields) {
        List<CharSequence> ready = new ArrayList<>();
        HeadersMultiMap checked = HeadersMultiMap.httpHeaders();
        fields.writeTo((name, value) -> {
            checked.add(name, value);
            ready.add(HttpHeaders.createOptimized(name.toString()));
            ready.add(HttpHeaders.createOptimized(value.toString()));
        });
        ByteBuf written = Unpooled.buffer();
        checked.encode(written);
        return new PreEncodedHeaders(ready, ByteBufUtil.getBytes(written));
    }

    static PreEncodedHeaders of(CharSequence name, CharSequence value) {
        return of(line -> line.accept(name, value));
    }

    /** Gives lines to whoever wants them. */
    @FunctionalInterface
    interface Writer {

        void writeTo(BiConsumer<CharSequence, CharSequence> line);
    }

    /** How many bytes they are. */
    int length() {
        return bytes.length;
    }

    void addTo(MultiMap headers) {
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(fields[i], fields[i + 1]);
        }
    }

    void writeTo(ByteBuf wire) {
        wire.writeBytes(bytes);
    }
}

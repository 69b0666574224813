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
 * Pre-encoded HTTP header block, in both forms in which it is sent: as Vert.x headers, and as the bytes of HTTP/1.1
 * field lines (RFC 9112, section 5). Encoded and validated once by Vert.x.
 */
final class PreEncodedHeaders {

    /** Names and values, alternating. */
    private final CharSequence[] fields;

    private final byte[] bytes;

    private PreEncodedHeaders(List<CharSequence> fields, byte[] bytes) {
        this.fields = fields.toArray(CharSequence[]::new);
        this.bytes = bytes;
    }

    /**
     * @param fields writes the names and values
     * @throws IllegalArgumentException when a name or value contains a character that is not allowed, such as a line
     *     break
     */
    static PreEncodedHeaders of(FieldSource fields) {
        List<CharSequence> optimized = new ArrayList<>();
        HeadersMultiMap validated = HeadersMultiMap.httpHeaders();
        fields.writeTo((name, value) -> {
            validated.add(name, value);
            optimized.add(HttpHeaders.createOptimized(name.toString()));
            optimized.add(HttpHeaders.createOptimized(value.toString()));
        });
        ByteBuf encoded = Unpooled.buffer();
        validated.encode(encoded);
        return new PreEncodedHeaders(optimized, ByteBufUtil.getBytes(encoded));
    }

    static PreEncodedHeaders of(CharSequence name, CharSequence value) {
        return of(fields -> fields.accept(name, value));
    }

    /** Source of header fields. */
    @FunctionalInterface
    interface FieldSource {

        void writeTo(BiConsumer<CharSequence, CharSequence> target);
    }

    /** Length of the HTTP/1.1 form in bytes. */
    int length() {
        return bytes.length;
    }

    void addTo(MultiMap headers) {
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(fields[i], fields[i + 1]);
        }
    }

    void writeTo(ByteBuf buffer) {
        buffer.writeBytes(bytes);
    }
}

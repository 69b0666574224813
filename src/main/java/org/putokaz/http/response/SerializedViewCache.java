package org.putokaz.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.JsonResponseBody.Piece;

/**
 * The JSON of views that are shown again and again. A text is held for as long as its view is held by somebody else, and
 * known by that very object: another with the same content is written anew.
 */
@ApplicationScoped
public class SerializedViewCache implements ObjectMapperCustomizer {

    private final Cache<SerializedOnce, Rendering> texts =
            Caffeine.newBuilder().weakKeys().build();

    private static final class Rendering {

        private @Nullable Piece written;
    }

    /** Has this one written once and no more; it must never change again. */
    public void keep(SerializedOnce view) {
        texts.put(view, new Rendering());
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("renderings").setSerializerModifier(new BeanSerializerModifier() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription type, JsonSerializer<?> usual) {
                return SerializedOnce.class.isAssignableFrom(type.getBeanClass()) ? new Once<>(usual) : usual;
            }
        }));
    }

    private final class Once<T> extends JsonSerializer<T> implements ResolvableSerializer, ContextualSerializer {

        private final JsonSerializer<T> usual;

        @SuppressWarnings("unchecked") // Jackson asks for the serialiser of the very type.
        Once(JsonSerializer<?> usual) {
            this.usual = (JsonSerializer<T>) usual;
        }

        @Override
        public void resolve(SerializerProvider provider) throws JsonMappingException {
            if (usual instanceof ResolvableSerializer unresolved) {
                unresolved.resolve(provider);
            }
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property)
                throws JsonMappingException {
            JsonSerializer<?> there = provider.handleSecondaryContextualization(usual, property);
            return there == usual ? this : new Once<>(there);
        }

        @Override
        public void serialize(T view, JsonGenerator out, SerializerProvider provider) throws IOException {
            // Quietly: nothing is evicted here, so nobody need be told that it was wanted.
            Rendering kept = texts.policy().getIfPresentQuietly((SerializedOnce) view);
            if (out.getOutputTarget() instanceof JsonResponseBody body) {
                // One that is not kept is a piece as well: the entity tag must not depend on what is kept.
                body.put(kept == null ? Piece.of(write(view, out, provider)) : piece(kept, view, out, provider), out);
            } else if (kept != null && out instanceof UTF8JsonGenerator) {
                // Inside another view, which is one piece with all that is in it.
                out.writeRawValue(piece(kept, view, out, provider).json());
            } else {
                // A tree, of which parts are to be taken, has no use for a text.
                usual.serialize(view, out, provider);
            }
        }

        private Piece piece(Rendering kept, T view, JsonGenerator out, SerializerProvider provider) throws IOException {
            Piece written = kept.written;
            if (written == null) {
                written = Piece.of(write(view, out, provider));
                kept.written = written;
            }
            return written;
        }

        private byte[] write(T view, JsonGenerator like, SerializerProvider provider) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator out = like.getCodec().getFactory().createGenerator(bytes)) {
                usual.serialize(view, out, provider);
            }
            return bytes.toByteArray();
        }
    }
}

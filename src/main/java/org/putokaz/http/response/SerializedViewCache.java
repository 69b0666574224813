package org.putokaz.http.response;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
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
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cache of the JSON of views that are sent again and again (docs/decisions/0024).
 *
 * <p>A view that implements {@link SerializedOnce} and was {@linkplain #register registered} is serialised the first
 * time it is written to a response; later responses copy that text. Views that were not registered, and all views that
 * are written to a tree (for {@code fields=}), are serialised by Jackson as without this class.
 *
 * <h2>Concurrency</h2>
 *
 * Threads that write a view for the first time at once may each serialise it. The view never changes, so the texts are
 * equal and it does not matter which one is kept.
 *
 * <h2>Bounds</h2>
 *
 * Keys are weak and compared by identity: a text lasts as long as its view is referenced elsewhere, and another view
 * with equal content is serialised anew. The size is thus bounded by what keeps the views.
 */
@ApplicationScoped
public class SerializedViewCache implements ObjectMapperCustomizer {

    private final Cache<SerializedOnce, Serialization> serializations =
            Caffeine.newBuilder().weakKeys().build();

    /** The JSON of one view, once it has been written. */
    private static final class Serialization {

        private volatile @Nullable SerializedString json;
    }

    /** Makes a view be serialised once. It must not change afterwards. */
    public void register(SerializedOnce view) {
        serializations.put(view, new Serialization());
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("serialized-views").setSerializerModifier(new BeanSerializerModifier() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription type, JsonSerializer<?> serializer) {
                return SerializedOnce.class.isAssignableFrom(type.getBeanClass())
                        ? new CachingSerializer<>(serializer)
                        : serializer;
            }
        }));
    }

    private final class CachingSerializer<T> extends JsonSerializer<T>
            implements ResolvableSerializer, ContextualSerializer {

        private final JsonSerializer<T> delegate;

        @SuppressWarnings("unchecked") // Jackson passes the serialiser of the very type.
        CachingSerializer(JsonSerializer<?> delegate) {
            this.delegate = (JsonSerializer<T>) delegate;
        }

        @Override
        public void resolve(SerializerProvider provider) throws JsonMappingException {
            if (delegate instanceof ResolvableSerializer resolvable) {
                resolvable.resolve(provider);
            }
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property)
                throws JsonMappingException {
            JsonSerializer<?> contextual = provider.handleSecondaryContextualization(delegate, property);
            return contextual == delegate ? this : new CachingSerializer<>(contextual);
        }

        @Override
        public void serialize(T view, JsonGenerator out, SerializerProvider provider) throws IOException {
            // Quietly: Caffeine need not record the access, as nothing is ever evicted by its age or by the size.
            Serialization cached = serializations.policy().getIfPresentQuietly((SerializedOnce) view);
            if (cached != null && out instanceof UTF8JsonGenerator) {
                out.writeRawValue(json(cached, view, out, provider));
            } else {
                delegate.serialize(view, out, provider);
            }
        }

        private SerializedString json(Serialization cached, T view, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            SerializedString json = cached.json;
            if (json == null) {
                json = new SerializedString(serialized(view, out, provider));
                // Computes the bytes now, before other threads see the object.
                json.asUnquotedUTF8();
                cached.json = json;
            }
            return json;
        }

        private String serialized(T view, JsonGenerator parent, SerializerProvider provider) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator out = parent.getCodec().getFactory().createGenerator(bytes)) {
                delegate.serialize(view, out, provider);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}

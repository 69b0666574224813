package org.putokaz.http;

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
 * The JSON of views that are shown again and again. A text is held for as long as its view is held by somebody else, and
 * known by that very object: another with the same content is written anew.
 */
@ApplicationScoped
public class Renderings implements ObjectMapperCustomizer {

    private final Cache<Remembered, Rendering> texts =
            Caffeine.newBuilder().weakKeys().build();

    private static final class Rendering {

        private @Nullable SerializedString json;
    }

    /** Has this one written once and no more; it must never change again. */
    public void keep(Remembered view) {
        texts.put(view, new Rendering());
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("renderings").setSerializerModifier(new BeanSerializerModifier() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription type, JsonSerializer<?> usual) {
                return Remembered.class.isAssignableFrom(type.getBeanClass()) ? new Once<>(usual) : usual;
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
            // A tree, of which parts are to be taken, has no use for a text.
            Rendering known = out instanceof UTF8JsonGenerator ? texts.getIfPresent((Remembered) view) : null;
            if (known == null) {
                usual.serialize(view, out, provider);
                return;
            }
            SerializedString json = known.json;
            if (json == null) {
                json = write(view, out, provider);
                known.json = json;
            }
            out.writeRawValue(json);
        }

        private SerializedString write(T view, JsonGenerator like, SerializerProvider provider) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator out = like.getCodec().getFactory().createGenerator(bytes)) {
                usual.serialize(view, out, provider);
            }
            return new SerializedString(bytes.toString(StandardCharsets.UTF_8));
        }
    }
}

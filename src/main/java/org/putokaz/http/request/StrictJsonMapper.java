package org.putokaz.http.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Violation;

/**
 * Strict mapper from a JSON tree to a record: an unknown field is an error, a number is not accepted for a string, and
 * the error has the JSON pointer of the value.
 */
public final class StrictJsonMapper {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(Instant.class, new Rfc3339InstantDeserializer()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withConfigOverride(
                    LocalDate.class,
                    day -> day.setFormat(
                            JsonFormat.Value.forShape(JsonFormat.Shape.STRING).withLenient(false)))
            .build();

    private StrictJsonMapper() {}

    /** Thrown when a tree does not fit the record; holds the reason and the JSON pointer. */
    public static final class MismatchException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Violation violation;

        MismatchException(Violation violation, @Nullable Throwable cause) {
            super(violation.location() + " " + violation.reason().code(), cause);
            this.violation = violation;
        }

        public Violation violation() {
            return violation;
        }
    }

    /** @throws MismatchException for the first value that does not fit */
    public static <T> T convert(JsonNode tree, Class<T> type) throws MismatchException {
        try {
            if (!tree.isObject()) {
                throw new MismatchException(WrongTypeViolation.of("", tree, type), null);
            }
            return STRICT.treeToValue(tree, type);
        } catch (JsonProcessingException mismatch) {
            throw new MismatchException(violation(tree, mismatch), mismatch);
        }
    }

    /** The values of an enumeration as they are written in JSON, in their order. */
    static List<String> spellings(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> STRICT.valueToTree(constant).asText())
                .toList();
    }

    private static Violation violation(JsonNode tree, JsonProcessingException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping.getPath()) : "";
        InvalidValueException invalid = causeOf(failure, InvalidValueException.class);
        if (invalid != null) {
            return new Violation(Violation.LocationType.POINTER, pointer, invalid.reason());
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return Violation.at(pointer, "unknown-field", names(unknown.getKnownPropertyIds()));
        }
        return wrongType(tree, pointer, failure);
    }

    private static Violation wrongType(JsonNode tree, String pointer, JsonProcessingException failure) {
        JsonNode value = tree.at(pointer);
        // A record that copies its lists refuses null in them, and its constructor cannot say where it stands.
        boolean refusesNull = failure instanceof ValueInstantiationException || failure instanceof InvalidNullException;
        String nullItem = refusesNull ? findNullItem(value) : null;
        return nullItem == null
                ? WrongTypeViolation.of(pointer, value, wantedType(failure))
                : WrongTypeViolation.of(pointer + nullItem, NullNode.instance, null);
    }

    /** The pointer, from the value, to the first null in it, if it is a list, or in one of its members that are lists. */
    private static @Nullable String findNullItem(JsonNode value) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (value.get(i).isNull()) {
                return "/" + i;
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String inList = member.getValue().isArray() ? findNullItem(member.getValue()) : null;
            if (inList != null) {
                return "/" + JsonBodyReader.pointerToken(member.getKey()) + inList;
            }
        }
        return null;
    }

    /** The type of the record's component that could not be read, or else of the item of a list. */
    private static @Nullable Class<?> wantedType(JsonProcessingException failure) {
        Class<?> component = failure instanceof JsonMappingException mapping ? componentType(mapping.getPath()) : null;
        if (component != null) {
            return component;
        }
        MismatchedInputException mismatch = causeOf(failure, MismatchedInputException.class);
        InputCoercionException coercion = causeOf(failure, InputCoercionException.class);
        if (mismatch != null) {
            return mismatch.getTargetType();
        }
        return coercion == null ? null : coercion.getTargetType();
    }

    private static @Nullable Class<?> componentType(List<JsonMappingException.Reference> path) {
        JsonMappingException.Reference last = path.isEmpty() ? null : path.get(path.size() - 1);
        if (last == null || !(last.getFrom() instanceof Class<?> holder) || !holder.isRecord()) {
            return null;
        }
        return Arrays.stream(holder.getRecordComponents())
                .filter(component -> component.getName().equals(last.getFieldName()))
                .findFirst()
                .<Class<?>>map(RecordComponent::getType)
                .orElse(null);
    }

    private static <E extends Throwable> @Nullable E causeOf(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null
                ? ""
                : known.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining(", "));
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/');
            if (step.getFieldName() != null) {
                pointer.append(JsonBodyReader.pointerToken(step.getFieldName()));
            } else {
                pointer.append(step.getIndex());
            }
        }
        return pointer.toString();
    }
}

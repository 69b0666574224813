package org.putokaz.http.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
                throw new MismatchException(Violation.at("", "wrong-type"), null);
            }
            return STRICT.treeToValue(tree, type);
        } catch (JsonProcessingException mismatch) {
            throw new MismatchException(violation(mismatch), mismatch);
        }
    }

    private static Violation violation(JsonProcessingException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping.getPath()) : "";
        InvalidValueException invalid = causeOf(failure);
        if (invalid != null) {
            return new Violation(Violation.LocationType.POINTER, pointer, invalid.reason());
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return Violation.at(pointer, "unknown-field", names(unknown.getKnownPropertyIds()));
        }
        return Violation.at(pointer, "wrong-type");
    }

    private static @Nullable InvalidValueException causeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValueException invalid) {
                return invalid;
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

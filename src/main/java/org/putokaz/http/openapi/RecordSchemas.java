package org.putokaz.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Completion of the schemas from the Java records: a component is required, and may be null exactly when it is declared
 * {@code @Nullable}; constants of enumerations are written as in JSON.
 */
final class RecordSchemas {

    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Map<String, ClassInfo> records = new TreeMap<>();

    RecordSchemas(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && schemaName(type) == null) {
                records.putIfAbsent(type.simpleName(), type);
            }
        }
        // An explicit schema name takes precedence over the simple name of another record.
        for (ClassInfo type : index.getKnownClasses()) {
            String name = schemaName(type);
            if (type.isRecord() && name != null) {
                records.put(name, type);
            }
        }
    }

    private static @Nullable String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? null
                : schema.value("name").asString();
    }

    /** @param name of the schema in the document */
    void complete(String name, Schema schema) {
        writeConstantsAsInJson(schema);
        ClassInfo record = records.get(originalName(name, schema));
        schema.setExtensions(null);
        if (record == null || schema.getProperties() == null) {
            return;
        }
        List<String> required = completeProperties(record, schema);
        // Components of a request that the code requires are declared on the record.
        List<String> declared = schema.getRequired() == null ? List.of() : schema.getRequired();
        declared.stream().filter(component -> !required.contains(component)).forEach(required::add);
        schema.setRequired(required);
        schema.getProperties().values().forEach(RecordSchemas::writeConstantsAsInJson);
    }

    private static String originalName(String name, Schema schema) {
        Object original =
                schema.getExtensions() == null ? null : schema.getExtensions().get(ContractOpenApiFilter.COPY_OF);
        return original == null ? name : original.toString();
    }

    /** Returns the names of the required properties. */
    private static List<String> completeProperties(ClassInfo record, Schema schema) {
        List<String> required = new ArrayList<>();
        for (RecordComponentInfo component : record.recordComponents()) {
            Schema property = schema.getProperties().get(component.name());
            if (property == null) {
                continue;
            }
            boolean omitted = isOmittedWhenNull(record, component);
            if (!omitted) {
                required.add(component.name());
            }
            schema.addProperty(
                    component.name(), isNullable(component) && !omitted ? nullable(property) : referenceOnly(property));
        }
        return required;
    }

    /** Replaces the names of Java constants by their spelling in JSON; see {@code WireEnum}. */
    static void writeConstantsAsInJson(@Nullable Schema schema) {
        if (schema == null || schema.getEnumeration() == null) {
            return;
        }
        List<Object> values = schema.getEnumeration();
        if (values.stream().allMatch(value -> CONSTANT.matcher(value.toString()).matches())) {
            schema.setEnumeration(values.stream()
                    .map(value ->
                            (Object) value.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.toList()));
        }
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().annotations().stream()
                .anyMatch(annotation -> annotation.name().equals(NULLABLE));
    }

    /** Whether {@code @JsonInclude} is on the record, or on the component, whose accessor then has it. */
    private static boolean isOmittedWhenNull(ClassInfo type, RecordComponentInfo component) {
        boolean onRecord = type.declaredAnnotation(JSON_INCLUDE) != null;
        boolean onComponent = type.annotations(JSON_INCLUDE).stream()
                .map(AnnotationInstance::target)
                .anyMatch(target -> isOf(target, component.name()));
        return isNullable(component) && (onRecord || onComponent);
    }

    private static boolean isOf(AnnotationTarget target, String component) {
        return switch (target.kind()) {
            case FIELD -> target.asField().name().equals(component);
            case METHOD -> target.asMethod().name().equals(component);
            case RECORD_COMPONENT -> target.asRecordComponent().name().equals(component);
            default -> false;
        };
    }

    /** A reference without anything but its description: the referenced schema has the rest. */
    private static Schema referenceOnly(Schema property) {
        return property.getRef() == null
                ? property
                : OASFactory.createSchema().ref(property.getRef()).description(property.getDescription());
    }

    private static Schema nullable(Schema property) {
        if (property.getRef() == null) {
            List<SchemaType> types = new ArrayList<>(property.getType());
            if (!types.contains(SchemaType.NULL)) {
                types.add(SchemaType.NULL);
            }
            return property.type(types);
        }
        Schema reference = OASFactory.createSchema().ref(property.getRef());
        Schema none = OASFactory.createSchema().addType(SchemaType.NULL);
        return OASFactory.createSchema()
                .description(property.getDescription())
                .anyOf(new ArrayList<>(List.of(reference, none)));
    }
}

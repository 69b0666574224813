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
 * Makes the schemas say what the records say: a component is required, and may be null exactly when it is declared
 * {@code @Nullable}; an enumeration is spelt as on the wire.
 */
final class RecordSchemas {

    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName LEFT_OUT_WHEN_NULL =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]*");

    private final Map<String, ClassInfo> records = new TreeMap<>();

    RecordSchemas(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && nameOf(type) == null) {
                records.putIfAbsent(type.simpleName(), type);
            }
        }
        // A name that a view was given counts more than that of some record that happens to be called so.
        for (ClassInfo type : index.getKnownClasses()) {
            String name = nameOf(type);
            if (type.isRecord() && name != null) {
                records.put(name, type);
            }
        }
    }

    private static @Nullable String nameOf(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? null
                : schema.value("name").asString();
    }

    void complete(String name, Schema schema) {
        spellConstants(schema);
        Object made =
                schema.getExtensions() == null ? null : schema.getExtensions().get(ContractOpenApiFilter.MADE_OF);
        schema.setExtensions(null);
        ClassInfo type = records.get(made == null ? name : made.toString());
        if (type == null || schema.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            Schema property = schema.getProperties().get(component.name());
            if (property == null) {
                continue;
            }
            boolean leftOut = isLeftOutWhenNull(type, component);
            if (!leftOut) {
                required.add(component.name());
            }
            schema.addProperty(
                    component.name(), isNullable(component) && !leftOut ? orNull(property) : alone(property));
        }
        // What a request must have and the code checks by hand is said on the record.
        List<String> asked = schema.getRequired() == null ? List.of() : schema.getRequired();
        asked.stream().filter(one -> !required.contains(one)).forEach(required::add);
        schema.setRequired(required);
        schema.getProperties().values().forEach(RecordSchemas::spellConstants);
    }

    static void spellConstants(@Nullable Schema schema) {
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

    /** JsonInclude on a component goes to its accessor; on the record it stands for all of them. */
    private static boolean isLeftOutWhenNull(ClassInfo type, RecordComponentInfo component) {
        boolean everywhere = type.declaredAnnotation(LEFT_OUT_WHEN_NULL) != null;
        boolean here = type.annotations(LEFT_OUT_WHEN_NULL).stream()
                .map(AnnotationInstance::target)
                .anyMatch(target -> isOf(target, component.name()));
        return isNullable(component) && (everywhere || here);
    }

    private static boolean isOf(AnnotationTarget target, String component) {
        return switch (target.kind()) {
            case FIELD -> target.asField().name().equals(component);
            case METHOD -> target.asMethod().name().equals(component);
            case RECORD_COMPONENT -> target.asRecordComponent().name().equals(component);
            default -> false;
        };
    }

    /** What a reference names says the rest by itself. */
    private static Schema alone(Schema property) {
        return property.getRef() == null
                ? property
                : OASFactory.createSchema().ref(property.getRef()).description(property.getDescription());
    }

    private static Schema orNull(Schema property) {
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

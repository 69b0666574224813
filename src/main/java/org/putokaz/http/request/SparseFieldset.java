package org.putokaz.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code fields=}: keeps the named top-level fields of an entry, or of each entry of a list. */
public final class SparseFieldset {

    private static final String DATA = "data";

    private SparseFieldset() {}

    /** What may be named: the components of the answer's record, or of the entries in its {@code data}. */
    static Set<String> of(Type answer) {
        Class<?> record = (Class<?>) answer;
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(DATA))
                .findFirst()
                .map(SparseFieldset::element)
                .map(SparseFieldset::names)
                .orElseGet(() -> names(record));
    }

    private static Class<?> element(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private static Set<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("included"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public static void keepOnly(Set<String> fields, JsonNode answer) {
        JsonNode data = answer.get(DATA);
        if (data != null && data.isArray()) {
            data.forEach(entry -> ((ObjectNode) entry).retain(fields));
        } else if (answer instanceof ObjectNode entry) {
            JsonNode included = entry.get("included");
            entry.retain(fields);
            if (included != null) {
                entry.set("included", included);
            }
        }
    }
}

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

/**
 * Sparse fieldset of a response, asked for by {@code fields=}: the named top-level fields of an entry, or of each entry
 * of a list. What {@code include=} added stays.
 */
public final class SparseFieldset {

    private static final String DATA = "data";
    private static final String INCLUDED = "included";

    private SparseFieldset() {}

    /** The names that may be selected: components of the response's record, or of the entries in its {@code data}. */
    static Set<String> of(Type response) {
        Class<?> record = (Class<?>) response;
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
                .filter(name -> !name.equals(INCLUDED))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Removes the other fields from the JSON of a response. */
    public static void keepOnly(Set<String> fields, JsonNode response) {
        JsonNode data = response.get(DATA);
        if (data != null && data.isArray()) {
            data.forEach(entry -> ((ObjectNode) entry).retain(fields));
        } else if (response instanceof ObjectNode entry) {
            JsonNode included = entry.get(INCLUDED);
            entry.retain(fields);
            if (included != null) {
                entry.set(INCLUDED, included);
            }
        }
    }
}

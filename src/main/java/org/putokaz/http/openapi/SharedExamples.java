package org.putokaz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Examples by schema ({@code META-INF/examples/<Schema>.json}), for all bodies without an example of their own. Each is
 * in the document once and referenced from the bodies.
 */
final class SharedExamples {

    private static final String SCHEMAS = "#/components/schemas/";

    /** Label of an example that is the only one of its body. */
    private static final String ONLY_EXAMPLE = "example";

    private final OpenAPI contract;
    private final Set<String> used = new TreeSet<>();

    SharedExamples(OpenAPI contract) {
        this.contract = contract;
    }

    void add() {
        contract.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(this::add));
        used.forEach(name -> contract.getComponents()
                .addExample(name, OASFactory.createExample().value(read(name))));
    }

    private void add(Operation operation) {
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                add(response.getContent());
            }
        });
    }

    private void add(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(this::add);
        }
    }

    private void add(MediaType type) {
        if (type.getSchema() == null || type.getExample() != null) {
            return;
        }
        List<Schema> alternatives = type.getSchema().getOneOf();
        if (alternatives == null) {
            add(type, type.getSchema().getRef(), ONLY_EXAMPLE);
        } else {
            alternatives.forEach(schema -> add(type, schema.getRef(), schema.getRef()));
        }
    }

    /** @param label of the example; the part after the last slash is used */
    private void add(MediaType type, @Nullable String ref, String label) {
        if (ref == null || !ref.startsWith(SCHEMAS)) {
            return;
        }
        String name = ref.substring(SCHEMAS.length());
        if (read(name) != null) {
            used.add(name);
            type.addExample(
                    label.substring(label.lastIndexOf('/') + 1),
                    OASFactory.createExample().ref("#/components/examples/" + name));
        }
    }

    private static @Nullable JsonNode read(String name) {
        return ContractOpenApiFilter.read(ContractOpenApiFilter.EXAMPLES_FOLDER + name + ".json");
    }
}

package org.putokaz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Examples by schema ({@code META-INF/examples/<Schema>.json}), for all bodies without an example of their own. Each is
 * in the document once and referenced from the bodies.
 */
final class SharedExamples {

    private static final String SCHEMAS = "#/components/schemas/";

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
        String ref = type.getSchema() == null ? null : type.getSchema().getRef();
        if (ref == null || !ref.startsWith(SCHEMAS) || type.getExample() != null) {
            return;
        }
        String name = ref.substring(SCHEMAS.length());
        if (read(name) != null) {
            used.add(name);
            type.addExample("example", OASFactory.createExample().ref("#/components/examples/" + name));
        }
    }

    private static @Nullable JsonNode read(String name) {
        return ContractOpenApiFilter.read(ContractOpenApiFilter.EXAMPLES_FOLDER + name + ".json");
    }
}

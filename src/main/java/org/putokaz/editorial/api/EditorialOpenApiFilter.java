package org.putokaz.editorial.api;

import org.putokaz.editorial.set.PublishingSetViewMapper;
import org.putokaz.http.openapi.ContractOpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Gives each family's editorial operations names of their own ({@code create} becomes {@code createContactChannel}) and
 * its content the schema that its content packs are checked by, so that a generated client knows every field.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 2)
public class EditorialOpenApiFilter implements OASFilter {

    private static final String REFS = "#/components/schemas/";
    private static final String BASE = "/editorial/v1/";

    /** The schemas that hold a content, of which each family has its own. */
    private static final List<String> OF_A_FAMILY = List.of("EditorialEntry", "Revision", "DraftInput", "DraftContent");

    private static final Set<String> MAY_BE_LEFT_OUT = Set.of("Publishing", "Previewing");

    /**
     * A family in the contract.
     *
     * @param path its name in URLs
     * @param one what one of its entries is called in names
     * @param many what several are
     * @param schema the file of its content's schema
     */
    private record Named(String path, String one, String many, String schema) {}

    private static final List<Named> FAMILIES = List.of(
            new Named("organisational-units", "OrganisationalUnit", "OrganisationalUnits", "organisational-unit"),
            new Named("history-events", "HistoryEvent", "HistoryEvents", "history-event"),
            new Named("contact-channels", "ContactChannel", "ContactChannels", "contact-channel"),
            new Named("help-guides", "HelpGuide", "HelpGuides", "help-guide"));

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        Components components = contract.getComponents();
        DraftSchemas schemas = new DraftSchemas(components);
        for (Named family : FAMILIES) {
            schemas.add(family.schema(), family.one());
            addSchemas(components, family);
        }
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) -> FAMILIES.stream()
                        .filter(family ->
                                path.equals(BASE + family.path()) || path.startsWith(BASE + family.path() + "/"))
                        .forEach(family -> name(item, family)));
        contract.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(PublishingSetViewMapper.BASE_PATH)) {
                item.getOperations().values().forEach(EditorialOpenApiFilter::ofSets);
            }
        });
        OF_A_FAMILY.forEach(components::removeSchema);
    }

    private static void addSchemas(Components components, Named family) {
        for (String name : OF_A_FAMILY) {
            Schema general = Objects.requireNonNull(components.getSchemas().get(name), name);
            if (!name.equals("DraftContent")) {
                Schema own = OASFactory.createSchema()
                        .addExtension(ContractOpenApiFilter.COPY_OF, name)
                        .type(general.getType())
                        .description(general.getDescription())
                        .required(general.getRequired());
                Map<String, Schema> properties = new TreeMap<>(general.getProperties());
                properties.replaceAll((property, schema) -> ofFamily(schema, family));
                general.getProperties().keySet().forEach(key -> own.addProperty(key, properties.get(key)));
                components.addSchema(ownName(name, family), own);
            }
        }
    }

    private static String ownName(String name, Named family) {
        return switch (name) {
            case "EditorialEntry" -> family.one() + "Entry";
            case "Revision" -> family.one() + "Revision";
            case "DraftInput" -> family.one() + "Draft";
            default -> family.one() + "Content";
        };
    }

    private static Schema ofFamily(Schema schema, Named family) {
        String ref = schema.getRef();
        return ref != null && OF_A_FAMILY.contains(ref.substring(REFS.length()))
                ? OASFactory.createSchema().ref(REFS + ownName(ref.substring(REFS.length()), family))
                : schema;
    }

    private static void name(PathItem item, Named family) {
        for (Operation operation : item.getOperations().values()) {
            operation.setOperationId(operationId(operation.getOperationId(), family));
            if (operation.getRequestBody() != null) {
                body(operation, family);
            }
            operation.getResponses().getAPIResponses().values().forEach(response -> {
                swap(response.getContent(), family);
                addVersion(response, ownName("EditorialEntry", family));
            });
        }
    }

    private static void ofSets(Operation operation) {
        if (isOfBytes(operation)) {
            operation.setRequestBody(null);
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> addVersion(response, "PublishingSet"));
    }

    /** What can be written back says what state it is in. */
    private static void addVersion(APIResponse response, String schema) {
        if (response.getContent() != null
                && response.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .anyMatch(type -> type != null && (REFS + schema).equals(type.getRef()))) {
            response.addHeader("ETag", OASFactory.createHeader().ref("#/components/headers/Version"));
        }
    }

    private static boolean isOfBytes(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().hasMediaType("application/octet-stream");
    }

    /** A body of bytes is one that nothing need be said in. */
    private static void body(Operation operation, Named family) {
        if (isOfBytes(operation)) {
            operation.setRequestBody(null);
        } else {
            Content content = operation.getRequestBody().getContent();
            swap(content, family);
            boolean optional = content.getMediaTypes().values().stream()
                    .map(type -> String.valueOf(type.getSchema().getRef()))
                    .anyMatch(ref -> MAY_BE_LEFT_OUT.contains(ref.substring(ref.lastIndexOf('/') + 1)));
            operation.getRequestBody().setRequired(!optional);
        }
    }

    private static String operationId(String general, Named family) {
        int words = 0;
        while (words < general.length() && Character.isLowerCase(general.charAt(words))) {
            words++;
        }
        String verb = general.substring(0, words);
        String rest = general.substring(words);
        boolean list = general.equals("list");
        return (list ? "listEditorial" : verb.equals("get") && rest.isEmpty() ? "getEditorial" : verb)
                + (list ? family.many() : family.one())
                + rest;
    }

    private static void swap(@Nullable Content content, Named family) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> type.setSchema(ofFamily(type.getSchema(), family)));
        }
    }
}

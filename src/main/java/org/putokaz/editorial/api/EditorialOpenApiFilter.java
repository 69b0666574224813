package org.putokaz.editorial.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.putokaz.editorial.form.ContentSchemaFiles;
import org.putokaz.editorial.set.PublishingSetsApi;
import org.putokaz.http.openapi.ContractOpenApiFilter;

/**
 * Build-time filter of the OpenAPI document that tells the families' editorial operations apart. Each gets its own
 * operation ids ({@code create} becomes {@code createContactChannel}) and schemas with its own content, so that
 * generated clients know every field. Responses that carry a version get the header {@code ETag}.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 2)
public class EditorialOpenApiFilter implements OASFilter {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String BASE_PATH = "/editorial/v1/";

    /** The general schemas that contain a content; each family gets its own in their place. */
    private static final List<String> GENERAL_SCHEMAS =
            List.of("EditorialEntry", "Revision", "DraftInput", "DraftContent");

    private static final Set<String> OPTIONAL_BODIES = Set.of("Publishing", "Previewing");

    /**
     * Names of one family in the document.
     *
     * @param path the segment in URLs
     * @param singular as in operation ids and schema names
     * @param plural as in the operation ids of lists
     */
    private record FamilyNames(String path, String singular, String plural) {

        boolean hasPath(String candidate) {
            String base = BASE_PATH + path;
            return candidate.equals(base) || candidate.startsWith(base + "/");
        }
    }

    private static final List<FamilyNames> FAMILIES = List.of(
            new FamilyNames("organisational-units", "OrganisationalUnit", "OrganisationalUnits"),
            new FamilyNames("history-events", "HistoryEvent", "HistoryEvents"),
            new FamilyNames("contact-channels", "ContactChannel", "ContactChannels"),
            new FamilyNames("help-guides", "HelpGuide", "HelpGuides"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        DraftSchemas contents = new DraftSchemas(components);
        for (FamilyNames family : FAMILIES) {
            contents.addContent(ContentSchemaFiles.nameFor(family.path()), family.singular());
            addFamilySchemas(components, family);
        }
        document.getPaths().getPathItems().forEach((path, item) -> {
            FAMILIES.stream().filter(family -> family.hasPath(path)).forEach(family -> adaptToFamily(item, family));
            if (path.startsWith(PublishingSetsApi.BASE_PATH)) {
                item.getOperations().values().forEach(EditorialOpenApiFilter::adaptSetOperation);
            }
        });
        GENERAL_SCHEMAS.forEach(components::removeSchema);
    }

    private static void addFamilySchemas(Components components, FamilyNames family) {
        for (String name : GENERAL_SCHEMAS) {
            // The content itself comes from the content packs' schemas.
            if (!name.equals("DraftContent")) {
                Schema general = Objects.requireNonNull(components.getSchemas().get(name), name);
                Schema own = OASFactory.createSchema()
                        .addExtension(ContractOpenApiFilter.COPY_OF, name)
                        .type(general.getType())
                        .description(general.getDescription())
                        .required(general.getRequired());
                general.getProperties()
                        .forEach((property, schema) -> own.addProperty(property, familySchema(schema, family)));
                components.addSchema(familySchemaName(name, family), own);
            }
        }
    }

    private static String familySchemaName(String general, FamilyNames family) {
        return switch (general) {
            case "EditorialEntry" -> family.singular() + "Entry";
            case "Revision" -> family.singular() + "Revision";
            case "DraftInput" -> family.singular() + "Draft";
            default -> family.singular() + "Content";
        };
    }

    /** A reference to a general schema becomes one to the family's; any other schema stays. */
    private static Schema familySchema(Schema schema, FamilyNames family) {
        String ref = schema.getRef();
        return ref != null && GENERAL_SCHEMAS.contains(ref.substring(COMPONENTS.length()))
                ? OASFactory.createSchema()
                        .ref(COMPONENTS + familySchemaName(ref.substring(COMPONENTS.length()), family))
                : schema;
    }

    private static void adaptToFamily(PathItem item, FamilyNames family) {
        for (Operation operation : item.getOperations().values()) {
            operation.setOperationId(operationId(operation.getOperationId(), family));
            if (operation.getRequestBody() != null) {
                adaptRequestBody(operation, family);
            }
            operation.getResponses().getAPIResponses().values().forEach(response -> {
                replaceSchemas(response.getContent(), family);
                addEntityTag(response, familySchemaName("EditorialEntry", family));
            });
        }
    }

    private static void adaptSetOperation(Operation operation) {
        if (hasUnreadBody(operation)) {
            operation.setRequestBody(null);
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> addEntityTag(response, "PublishingSet"));
    }

    /** A view that can be written back has a version. */
    private static void addEntityTag(APIResponse response, String schema) {
        if (response.getContent() != null
                && response.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .anyMatch(type -> type != null && (COMPONENTS + schema).equals(type.getRef()))) {
            response.addHeader("ETag", OASFactory.createHeader().ref("#/components/headers/Version"));
        }
    }

    /** SmallRye documents the plain {@code InputStream} of an operation without a request schema as bytes. */
    private static boolean hasUnreadBody(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().hasMediaType("application/octet-stream");
    }

    private static void adaptRequestBody(Operation operation, FamilyNames family) {
        if (hasUnreadBody(operation)) {
            operation.setRequestBody(null);
        } else {
            Content content = operation.getRequestBody().getContent();
            replaceSchemas(content, family);
            allowWholeDraft(content.getMediaType(EntriesApi.MERGE_PATCH), family);
            boolean optional = content.getMediaTypes().values().stream()
                    .map(type -> String.valueOf(type.getSchema().getRef()))
                    .anyMatch(ref -> OPTIONAL_BODIES.contains(ref.substring(ref.lastIndexOf('/') + 1)));
            operation.getRequestBody().setRequired(!optional);
        }
    }

    /** A merge patch is one of the content alone, or of a whole draft. */
    private static void allowWholeDraft(@Nullable MediaType mergePatch, FamilyNames family) {
        if (mergePatch != null) {
            Schema draft = OASFactory.createSchema().ref(COMPONENTS + familySchemaName("DraftInput", family));
            mergePatch.setSchema(
                    OASFactory.createSchema().addOneOf(mergePatch.getSchema()).addOneOf(draft));
        }
    }

    /** The family's name goes after the verb: {@code listRevisions} becomes {@code listContactChannelRevisions}. */
    private static String operationId(String general, FamilyNames family) {
        if (general.equals("list")) {
            return "listEditorial" + family.plural();
        }
        int verbLength = 0;
        while (verbLength < general.length() && Character.isLowerCase(general.charAt(verbLength))) {
            verbLength++;
        }
        String verb = general.substring(0, verbLength);
        String rest = general.substring(verbLength);
        return (general.equals("get") ? "getEditorial" : verb) + family.singular() + rest;
    }

    private static void replaceSchemas(@Nullable Content content, FamilyNames family) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> type.setSchema(familySchema(type.getSchema(), family)));
        }
    }
}

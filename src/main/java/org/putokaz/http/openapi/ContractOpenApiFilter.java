package org.putokaz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.PathAccess;

/**
 * OpenAPI filter that adds at build time what holds for every operation, so that no annotation has to repeat it:
 * response headers, problems, shared parameters, and an example that is a real response of the service (a test compares
 * them).
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractOpenApiFilter implements OASFilter {

    /**
     * Extension of a schema that is a copy under another name: the name of the original. It is removed before the
     * document is complete.
     */
    public static final String COPY_OF = "x-copy-of";

    /** Folder of the examples, {@code <operationId>.json} and {@code <Schema>.json}. */
    static final String EXAMPLES_FOLDER = "META-INF/examples/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RESPONSE_HEADERS = List.of(
            "ETag",
            "Cache-Control",
            "Cache-Groups",
            "Cache-Status",
            "Content-Language",
            "Content-Location",
            "Last-Modified",
            "Link",
            "Putokaz-Position",
            "Vary");
    private static final List<String> LANGUAGE_HEADERS = List.of("Content-Language", "Content-Location");
    private static final List<String> POSITION_HEADERS = List.of("Cache-Groups", "Putokaz-Position");
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "A parameter is unknown, has a value that is not allowed, or the URL is malformed.",
            "401", "A token came along that is not valid. Without one this answers everybody.",
            "405", "The address does not take this method; `Allow` lists those it takes.",
            "406", "`Accept` allows no media type that can be had.",
            "414", "The URL is longer than the server takes.",
            "429", "Too many attempts with a wrong token came from there.",
            "500", "Something went wrong on the server.",
            "503", "The database cannot be reached; try again later."));

    private final RecordSchemas schemas;

    public ContractOpenApiFilter(IndexView index) {
        this.schemas = new RecordSchemas(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        Components components = contract.getComponents();
        components.getSchemas().forEach(schemas::complete);
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    shareParameters(operation, components);
                    if (PathAccess.isPublicData(path)) {
                        completePublic(path, operation);
                    } else {
                        AuthenticatedOperations.complete(path, method, operation, components);
                    }
                    operation
                            .getResponses()
                            .setAPIResponses(
                                    new TreeMap<>(operation.getResponses().getAPIResponses()));
                }));
        new SharedExamples(contract).add();
        contract.getPaths().setPathItems(new TreeMap<>(contract.getPaths().getPathItems()));
    }

    /**
     * Replaces parameters that are described in {@code META-INF/openapi.yaml} by references, and sorts them by name.
     */
    private static void shareParameters(Operation operation, Components components) {
        if (operation.getParameters() == null) {
            return;
        }
        Map<String, Parameter> parameters = new TreeMap<>();
        for (Parameter parameter : operation.getParameters()) {
            RecordSchemas.writeConstantsAsInJson(parameter.getSchema());
            String ref = parameter.getRef();
            String name = ref == null ? parameter.getName() : ref.substring(ref.lastIndexOf('/') + 1);
            // A description of the operation's own takes precedence.
            boolean shared = parameter.getDescription() == null
                    && components.getParameters().containsKey(name);
            parameters.put(
                    name, shared ? OASFactory.createParameter().ref("#/components/parameters/" + name) : parameter);
        }
        operation.setParameters(new ArrayList<>(parameters.values()));
    }

    private static void completePublic(String path, Operation operation) {
        APIResponses responses = operation.getResponses();
        describeResponse(operation, responses.getAPIResponse("200"));
        responses.getAPIResponses().forEach((status, declared) -> {
            if (status.startsWith("4") && declared.getRef() == null && declared.getContent() == null) {
                responses.addAPIResponse(status, problem(declared.getDescription()));
            }
        });
        PROBLEMS.forEach((status, description) -> responses.addAPIResponse(status, problem(description)));
        responses.getAPIResponse("405").addHeader("Allow", header("Allow"));
        responses.getAPIResponse("401").addHeader("WWW-Authenticate", header("WWW-Authenticate"));
        for (String status : List.of("429", "503")) {
            responses.getAPIResponse(status).addHeader("Retry-After", header("Retry-After"));
        }
        if (path.contains("{")) {
            responses.addAPIResponse("404", problem("There is no such thing, and as far as we know there never was."));
        }
        if (path.contains("{idOrSlug}")) {
            responses.addAPIResponse("308", permanentRedirect());
            responses.addAPIResponse("410", problem("It has been withdrawn; `reason` says why."));
        }
    }

    private static void describeResponse(Operation operation, APIResponse response) {
        APIResponses responses = operation.getResponses();
        response.setDescription("The answer.");
        if (response.getContent().hasMediaType("application/json")) {
            RESPONSE_HEADERS.stream()
                    .filter(name -> !LANGUAGE_HEADERS.contains(name) || hasParameter(operation, "lang"))
                    .filter(name -> !POSITION_HEADERS.contains(name) || hasParameter(operation, "position"))
                    .forEach(name -> response.addHeader(name, header(name)));
            addExample(operation, response);
            responses.addAPIResponse("304", notModified());
        } else {
            response.addHeader("Cache-Control", header("Cache-Control"));
            if (!response.getContent().hasMediaType("text/event-stream")) {
                response.addHeader("ETag", header("ETag"));
                responses.addAPIResponse("304", notModified());
            }
        }
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .map(Parameter::getRef)
                        .anyMatch(("#/components/parameters/" + name)::equals);
    }

    static void addExample(Operation operation, APIResponse response) {
        JsonNode example = read(EXAMPLES_FOLDER + operation.getOperationId() + ".json");
        if (example != null) {
            response.getContent().getMediaType("application/json").setExample(example);
        }
    }

    /** The JSON of a resource on the class path; null when there is none. */
    static @Nullable JsonNode read(String resource) {
        try (InputStream in = ContractOpenApiFilter.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static APIResponse notModified() {
        APIResponse response = OASFactory.createAPIResponse().description("What the client has is still right.");
        response.addHeader("ETag", header("ETag"));
        response.addHeader("Cache-Control", header("Cache-Control"));
        return response;
    }

    private static APIResponse permanentRedirect() {
        APIResponse response = OASFactory.createAPIResponse().description("The slug is an old one.");
        response.addHeader("Location", header("Location"));
        return response;
    }

    static APIResponse problem(String description) {
        MediaType type =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        Content content = OASFactory.createContent().addMediaType("application/problem+json", type);
        APIResponse response =
                OASFactory.createAPIResponse().description(description).content(content);
        response.addHeader("Content-Language", header("Content-Language"));
        response.addHeader("Cache-Control", header("Cache-Control"));
        return response;
    }

    static Header header(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }
}

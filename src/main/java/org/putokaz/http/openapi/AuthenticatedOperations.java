package org.putokaz.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.putokaz.http.request.PathAccess;

/** Completion of the operations that need a token: security requirement, problems, headers and examples. */
final class AuthenticatedOperations {

    /** Name of the security scheme in {@code META-INF/openapi.yaml}. */
    private static final String SECURITY_SCHEME = "token";

    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "The request is malformed: its URL, a parameter, a header or its body; `violations` says where.",
            "401", "There is no token, or it is not valid any more.",
            "403", "The token's role does not allow this.",
            "405", "The address does not take this method; `Allow` lists those it takes.",
            "406", "`Accept` allows no media type that can be had.",
            "414", "The URL is longer than the server takes.",
            "429", "Too many attempts with a wrong token came from there.",
            "500", "Something went wrong on the server.",
            "503", "The database cannot be reached; try again later."));

    private static final Map<String, String> WRITE_PROBLEMS = new TreeMap<>(Map.of(
            "409", "The state of things does not allow this now.",
            "413", "The body is larger than the server takes.",
            "415", "The body is of a media type that this address does not take; `Accept` lists those it takes.",
            "422", "The content breaks a rule; `violations` names each field."));

    private static final Map<String, List<String>> PROBLEM_HEADERS = Map.of(
            "401", List.of("WWW-Authenticate"),
            "405", List.of("Allow"),
            "415", List.of("Accept", "Accept-Patch", "Accept-Post"),
            "429", List.of("Retry-After"),
            "503", List.of("Retry-After"));

    private AuthenticatedOperations() {}

    static void complete(String path, PathItem.HttpMethod method, Operation operation, Components shared) {
        operation.setSecurity(securityRequirements(path));
        addEntryId(path, operation);
        addProblems(path, method, operation, shared);
        APIResponses responses = operation.getResponses();
        new TreeMap<>(responses.getAPIResponses()).forEach((status, response) -> {
            if (status.startsWith("2")) {
                describeResponse(status, response, operation);
            } else if (response.getRef() == null) {
                responses.addAPIResponse(status, ContractOpenApiFilter.problem(response.getDescription()));
            }
        });
        addRequestExample(operation);
    }

    /** The scanner leaves out a parameter in the path of a class whose operations are inherited. */
    private static void addEntryId(String path, Operation operation) {
        if (path.contains("/{id}/comments")) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/entryId"));
        }
    }

    private static List<SecurityRequirement> securityRequirements(String path) {
        return PathAccess.isCapabilityUrl(path)
                ? new ArrayList<>()
                : new ArrayList<>(
                        List.of(OASFactory.createSecurityRequirement().addScheme(SECURITY_SCHEME, List.of())));
    }

    private static void addProblems(String path, PathItem.HttpMethod method, Operation operation, Components shared) {
        APIResponses responses = operation.getResponses();
        PROBLEMS.forEach((status, text) -> addProblem(responses, shared, status, text));
        if (path.contains("{")) {
            addProblem(responses, shared, "404", "There is no such thing.");
        }
        if (method != PathItem.HttpMethod.GET) {
            WRITE_PROBLEMS.forEach((status, text) -> addProblem(responses, shared, status, text));
        }
        if (requiresIfMatch(operation)) {
            addProblem(responses, shared, "412", "It was changed meanwhile; `present` is its entity tag now.");
            addProblem(responses, shared, "428", "`If-Match` is missing.");
        }
    }

    /** Adds a reference to the shared response of a status, unless the operation describes one of its own. */
    private static void addProblem(APIResponses responses, Components shared, String status, String text) {
        if (responses.hasAPIResponse(status)) {
            return;
        }
        String name = "Problem" + status;
        if (shared.getResponses() == null || !shared.getResponses().containsKey(name)) {
            APIResponse problem = ContractOpenApiFilter.problem(text);
            PROBLEM_HEADERS
                    .getOrDefault(status, List.of())
                    .forEach(header -> problem.addHeader(header, ContractOpenApiFilter.header(header)));
            shared.addResponse(name, problem);
        }
        responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
    }

    private static boolean requiresIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .map(Parameter::getRef)
                        .anyMatch("#/components/parameters/ifMatch"::equals);
    }

    private static void describeResponse(String status, APIResponse response, Operation operation) {
        response.setDescription(status.equals("201") ? "It was made." : "The answer.");
        response.addHeader("Cache-Control", ContractOpenApiFilter.header("No-Store"));
        if (status.equals("201")) {
            response.addHeader("Location", ContractOpenApiFilter.header("Location"));
        }
        if (response.getContent() != null && response.getContent().hasMediaType("application/json")) {
            response.addHeader("Content-Language", ContractOpenApiFilter.header("Content-Language"));
            ContractOpenApiFilter.addExample(operation, response);
        }
    }

    private static void addRequestExample(Operation operation) {
        JsonNode example = ContractOpenApiFilter.read(
                ContractOpenApiFilter.EXAMPLES_FOLDER + operation.getOperationId() + ".request.json");
        if (example != null && operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().stream()
                    .findFirst()
                    .ifPresent(type -> type.setExample(example));
        }
    }
}

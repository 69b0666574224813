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
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.putokaz.http.request.PathAccess;

/** What holds of every operation that asks for a token, said once in the OpenAPI document. */
final class AuthenticatedOperations {

    /** The scheme in {@code META-INF/openapi.yaml}. */
    private static final String SCHEME = "token";

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

    private static final Map<String, String> OF_WRITES = new TreeMap<>(Map.of(
            "409", "The state of things does not allow this now.",
            "413", "The body is larger than the server takes.",
            "415", "The body is of a media type that this address does not take.",
            "422", "The content breaks a rule; `violations` names each field."));

    private static final Map<String, List<String>> HEADERS = Map.of(
            "401", List.of("WWW-Authenticate"),
            "405", List.of("Allow"),
            "429", List.of("Retry-After"),
            "503", List.of("Retry-After"));

    private AuthenticatedOperations() {}

    static void complete(String path, PathItem.HttpMethod method, Operation operation, Components shared) {
        APIResponses responses = operation.getResponses();
        operation.setSecurity(
                PathAccess.isLinked(path)
                        ? new ArrayList<>()
                        : new ArrayList<>(
                                List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of()))));
        PROBLEMS.forEach((status, text) -> refer(responses, shared, status, text));
        if (path.contains("{")) {
            refer(responses, shared, "404", "There is no such thing.");
        }
        if (method != PathItem.HttpMethod.GET) {
            OF_WRITES.forEach((status, text) -> refer(responses, shared, status, text));
        }
        if (isConditional(operation)) {
            refer(responses, shared, "412", "It was changed meanwhile; `present` is its entity tag now.");
            refer(responses, shared, "428", "`If-Match` is missing.");
        }
        for (var declared : new TreeMap<>(responses.getAPIResponses()).entrySet()) {
            APIResponse response = declared.getValue();
            if (declared.getKey().startsWith("2")) {
                answer(declared.getKey(), response, operation);
            } else if (response.getRef() == null) {
                responses.addAPIResponse(declared.getKey(), ContractOpenApiFilter.problem(response.getDescription()));
            }
        }
        requestExample(operation);
    }

    /** A problem that many operations have is described once; what an operation says of its own goes first. */
    private static void refer(APIResponses responses, Components shared, String status, String text) {
        if (responses.hasAPIResponse(status)) {
            return;
        }
        String name = "Problem" + status;
        if (shared.getResponses() == null || !shared.getResponses().containsKey(name)) {
            APIResponse problem = ContractOpenApiFilter.problem(text);
            HEADERS.getOrDefault(status, List.of())
                    .forEach(header -> problem.addHeader(header, ContractOpenApiFilter.header(header)));
            shared.addResponse(name, problem);
        }
        responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
    }

    private static boolean isConditional(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .map(Parameter::getRef)
                        .anyMatch("#/components/parameters/ifMatch"::equals);
    }

    private static void answer(String status, APIResponse response, Operation operation) {
        response.setDescription(status.equals("201") ? "It was made." : "The answer.");
        response.addHeader("Cache-Control", ContractOpenApiFilter.header("No-Store"));
        if (status.equals("201")) {
            response.addHeader("Location", ContractOpenApiFilter.header("Location"));
        }
        if (response.getContent() != null && response.getContent().hasMediaType("application/json")) {
            response.addHeader("Content-Language", ContractOpenApiFilter.header("Content-Language"));
            if (response.getContent().hasMediaType("application/json")) {
                ContractOpenApiFilter.example(operation, response);
            }
        }
    }

    private static void requestExample(Operation operation) {
        JsonNode example = ContractOpenApiFilter.read(
                ContractOpenApiFilter.EXAMPLES + operation.getOperationId() + ".request.json");
        if (example != null && operation.getRequestBody() != null) {
            for (MediaType type :
                    operation.getRequestBody().getContent().getMediaTypes().values()) {
                type.setExample(example);
                break;
            }
        }
    }
}

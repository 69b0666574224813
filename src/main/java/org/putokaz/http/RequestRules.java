package org.putokaz.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.putokaz.locale.Language;
import org.putokaz.problem.InvalidValue;
import org.putokaz.problem.Message;
import org.putokaz.problem.Problem;
import org.putokaz.problem.Violation;

/**
 * What every operation asks of its query string, before the operation runs: only parameters that it declares, each at
 * most once, and the two that mean the same everywhere, {@code lang} and {@code fields}.
 */
@ApplicationScoped
public class RequestRules {

    private final Reader reader;

    @Inject
    public RequestRules(Reader reader) {
        this.reader = reader;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        reader.prefers(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Method method = resource.getResourceMethod();
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        refuseUnknown(query, QueryNames.of(method));
        refuseRepeated(query);
        chooseLanguage(query.getFirst("lang"));
        chooseFields(query.getFirst("fields"), method);
    }

    private static void refuseUnknown(MultivaluedMap<String, String> query, Set<String> known) {
        List<Violation> unknown = new ArrayList<>();
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                String allowed = String.join(", ", known);
                unknown.add(Violation.parameter(
                        name,
                        known.isEmpty()
                                ? Message.of("no-parameters-here")
                                : Message.of("parameter-not-known", allowed)));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.UNKNOWN_PARAMETER.with(unknown);
        }
    }

    private static void refuseRepeated(MultivaluedMap<String, String> query) {
        query.forEach((name, values) -> {
            if (values.size() > 1) {
                throw Parameters.refused(name, "parameter-repeated");
            }
        });
    }

    private void chooseLanguage(@org.jspecify.annotations.Nullable String raw) {
        if (raw == null) {
            return;
        }
        List<String> offered =
                reader.languages().offered().stream().map(Language::tag).toList();
        Language asked;
        try {
            asked = Language.of(raw);
        } catch (InvalidValue noTag) {
            throw Parameters.refused("lang", "not-one-of", String.join(", ", offered));
        }
        // The exact spelling only: "sr-latn" and "sr-Latn" would be two cached copies of one answer.
        if (!offered.contains(raw)) {
            throw Parameters.refused("lang", "not-one-of", String.join(", ", offered));
        }
        reader.asksFor(asked);
    }

    private void chooseFields(@org.jspecify.annotations.Nullable String raw, Method method) {
        if (raw != null) {
            Set<String> known = SparseFields.of(QueryNames.declared(method).getGenericReturnType());
            reader.wantsOnly(new LinkedHashSet<>(Parameters.names("fields", raw, known)));
        }
    }
}

package org.putokaz.http.request;

import io.quarkus.arc.ClientProxy;
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
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.putokaz.locale.Language;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * What every operation asks of its query string, before the operation runs: only parameters that it declares, each at
 * most once unless it is a list, and the two that mean the same everywhere, {@code lang} and {@code fields}.
 */
@ApplicationScoped
public class RequestParameterFilter {

    private final RequestContext reader;

    @Inject
    public RequestParameterFilter(RequestContext reader) {
        this.reader = reader;
    }

    /** Before the path is looked up, so that even "there is no such path" is said in the reader's language. */
    @ServerRequestFilter(preMatching = true)
    public void greet(ContainerRequestContext request) {
        // The reader himself: each call by way of his proxy would look him up again.
        RequestContext greeted = ClientProxy.unwrap(reader);
        String asked = request.getUriInfo().getQueryParameters().getFirst("lang");
        for (Language language : greeted.languages().offered()) {
            if (language.tag().equals(asked)) {
                greeted.asksFor(language);
                return;
            }
        }
        greeted.prefers(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        refuseUnknown(query, DeclaredQueryParameters.of(method));
        refuseRepeated(query, DeclaredQueryParameters.repeatable(method));
        refuseUnknownLanguage(query.getFirst("lang"));
        chooseFields(query.getFirst("fields"), method);
        refuseEmpty(query);
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
            throw ProblemType.UNKNOWN_PARAMETER.with(unknown);
        }
    }

    private static void refuseRepeated(MultivaluedMap<String, String> query, Set<String> repeatable) {
        query.forEach((name, values) -> {
            if (values.size() > 1 && !repeatable.contains(name)) {
                throw QueryParameterParser.refused(name, "parameter-repeated");
            }
        });
    }

    /** Quarkus takes an empty value for a missing one: an empty filter would show what it was to leave out. */
    private static void refuseEmpty(MultivaluedMap<String, String> query) {
        query.forEach((name, values) -> {
            if (values.contains("")) {
                throw QueryParameterParser.refused(name, "parameter-empty");
            }
        });
    }

    private void refuseUnknownLanguage(@org.jspecify.annotations.Nullable String raw) {
        if (raw == null) {
            return;
        }
        List<Language> offered = reader.languages().offered();
        for (Language language : offered) {
            // The exact spelling only: "sr-latn" and "sr-Latn" would be two cached copies of one answer.
            if (language.tag().equals(raw)) {
                return;
            }
        }
        throw QueryParameterParser.refused(
                "lang", "not-one-of", offered.stream().map(Language::tag).collect(Collectors.joining(", ")));
    }

    private void chooseFields(@org.jspecify.annotations.Nullable String raw, Method method) {
        if (raw != null) {
            Set<String> known =
                    SparseFieldset.of(DeclaredQueryParameters.declared(method).getGenericReturnType());
            reader.wantsOnly(new LinkedHashSet<>(QueryParameterParser.names("fields", raw, known)));
        }
    }
}

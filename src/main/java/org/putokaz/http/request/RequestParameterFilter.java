package org.putokaz.http.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Request filter that checks the query string of every operation, before the operation runs: only declared parameters,
 * each at most once unless it is a list, none empty. It reads those that every operation treats alike, {@code lang},
 * {@code fields} and {@code position}, into the {@link RequestContext}.
 */
@ApplicationScoped
public class RequestParameterFilter {

    private static final String LANGUAGE = "lang";
    private static final String FIELDS = "fields";

    private final RequestContext context;

    @Inject
    public RequestParameterFilter(RequestContext context) {
        this.context = context;
    }

    /** Runs before the path is matched, so that an unknown path is answered in the client's language too. */
    @ServerRequestFilter(preMatching = true)
    public void selectLanguage(ContainerRequestContext request) {
        String tag = request.getUriInfo().getQueryParameters().getFirst(LANGUAGE);
        offeredLanguage(tag)
                .ifPresentOrElse(
                        language -> context.setLanguage(language, Objects.requireNonNull(tag)),
                        () -> context.negotiateLanguage(acceptLanguage(request)));
    }

    /** Joined as by {@link HeaderValues#joined}, on which the response cache relies; the REST layer skips empty lines. */
    private static @Nullable String acceptLanguage(ContainerRequestContext request) {
        List<String> lines = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return lines == null || lines.isEmpty() ? null : String.join(",", lines);
    }

    @ServerRequestFilter
    public void checkQueryParameters(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        requireDeclared(query, DeclaredQueryParameters.of(method));
        requireSingle(query, DeclaredQueryParameters.repeatable(method));
        requireOfferedLanguage(query.getFirst(LANGUAGE));
        selectFields(query.getFirst(FIELDS), method);
        requireValues(query);
        if (query.containsKey(PositionParameter.NAME)) {
            requirePosition(request.getUriInfo().getRequestUri().toASCIIString());
        }
    }

    private static void requireDeclared(MultivaluedMap<String, String> query, Set<String> declared) {
        Message reason = declared.isEmpty()
                ? Message.of("no-parameters-here")
                : Message.of("parameter-not-known", String.join(", ", declared));
        List<Violation> unknown = query.keySet().stream()
                .filter(name -> !declared.contains(name))
                .map(name -> Violation.parameter(name, reason))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemType.UNKNOWN_PARAMETER.with(unknown);
        }
    }

    private static void requireSingle(MultivaluedMap<String, String> query, Set<String> repeatable) {
        query.forEach((name, values) -> {
            if (values.size() > 1 && !repeatable.contains(name)) {
                throw QueryParameterParser.invalidParameter(name, "parameter-repeated");
            }
        });
    }

    /**
     * Refuses empty values. Quarkus takes them for missing ones: an empty filter would show what it was to leave out.
     */
    private static void requireValues(MultivaluedMap<String, String> query) {
        query.forEach((name, values) -> {
            if (values.contains("")) {
                throw QueryParameterParser.invalidParameter(name, "parameter-empty");
            }
        });
    }

    /** Only in the spelling that caches know too: otherwise each spelling of a position would be another entry there. */
    private void requirePosition(String target) {
        long position = PositionParameter.valueIn(target);
        if (position < 0) {
            throw QueryParameterParser.invalidParameter(PositionParameter.NAME, "not-a-position");
        }
        context.setRequiredPosition(position);
    }

    /** Takes any range that means an offered language: {@code sr}, {@code SR-latn}, {@code en-GB}. */
    private Optional<Language> offeredLanguage(@Nullable String range) {
        return Optional.ofNullable(range).flatMap(context.languages()::find);
    }

    private void requireOfferedLanguage(@Nullable String tag) {
        if (tag != null && offeredLanguage(tag).isEmpty()) {
            throw QueryParameterParser.invalidParameter(
                    LANGUAGE,
                    "not-one-of",
                    context.languages().offered().stream().map(Language::tag).collect(Collectors.joining(", ")));
        }
    }

    private void selectFields(@Nullable String raw, Method method) {
        if (raw != null) {
            Set<String> selectable =
                    SparseFieldset.of(DeclaredQueryParameters.declared(method).getGenericReturnType());
            context.setFields(new LinkedHashSet<>(QueryParameterParser.names(FIELDS, raw, selectable)));
        }
    }
}

package org.putokaz.http.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.problem.ProblemSerializer;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.ProblemException;

/** Writer of problems to the Vert.x response, for requests that the REST layer does not answer. */
@Singleton
public class VertxProblemWriter {

    private final LanguagePolicy languages;
    private final ProblemSerializer problems;

    @Inject
    public VertxProblemWriter(LanguagePolicy languages, ProblemSerializer problems) {
        this.languages = languages;
        this.problems = problems;
    }

    /** Ends the response with a problem, unless its head has been sent. Headers that were set before stay. */
    public void write(RoutingContext context, ProblemException problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Language language = language(context);
        response.setStatusCode(problem.type().status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemSerializer.MEDIA_TYPE);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ProblemSerializer.writeHeaders(language, response::putHeader);
        response.end(Buffer.buffer(problems.serialize(problem, language)));
    }

    /** Chooses the language as the REST layer does: by the URL, or else by {@code Accept-Language}. */
    private Language language(RoutingContext context) {
        String tag = languageParameter(context);
        return languages.offered().stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseGet(() -> languages.negotiate(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static @Nullable String languageParameter(RoutingContext context) {
        try {
            return context.queryParams().get("lang");
        } catch (HttpException | IllegalArgumentException malformed) {
            // The problem to be written may be that the URL is malformed.
            return null;
        }
    }
}

package org.putokaz.http.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.problem.ProblemDocument;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.ProblemException;

/** Writes a problem where there is no REST layer to write it: before it, around it, and when it fails. */
@Singleton
public class VertxProblemWriter {

    private final LanguagePolicy languages;
    private final MessageCatalogue messages;
    private final ObjectMapper json;

    @Inject
    public VertxProblemWriter(LanguagePolicy languages, MessageCatalogue messages, ObjectMapper json) {
        this.languages = languages;
        this.messages = messages;
        this.json = json;
    }

    /** Ends the response, unless it has begun. Headers that were set before stay. */
    public void answer(RoutingContext context, ProblemException failure) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Language language = language(context);
        response.setStatusCode(failure.problem().status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        response.putHeader("Content-Language", language.tag());
        response.putHeader(HttpHeaders.VARY, "Accept-Language");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.end(Buffer.buffer(bytes(failure, language)));
    }

    /** As the REST layer would choose it: what the URL says, or what the reader prefers. */
    private Language language(RoutingContext context) {
        String asked = asked(context);
        return languages.offered().stream()
                .filter(language -> language.tag().equals(asked))
                .findFirst()
                .orElseGet(() -> languages.negotiate(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static @Nullable String asked(RoutingContext context) {
        try {
            return context.queryParams().get("lang");
        } catch (HttpException | IllegalArgumentException malformed) {
            // That the URL cannot be read may be what we are about to say.
            return null;
        }
    }

    private byte[] bytes(ProblemException failure, Language language) {
        try {
            return json.writeValueAsBytes(ProblemDocument.of(failure, messages, language));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

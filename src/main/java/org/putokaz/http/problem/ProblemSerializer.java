package org.putokaz.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.BiConsumer;
import org.putokaz.locale.Language;
import org.putokaz.problem.ProblemException;

/** Serialiser of problems: the JSON of a {@link ProblemDocument} and the headers that go with it. */
@Singleton
public class ProblemSerializer {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final MessageCatalogue messages;
    private final ObjectMapper json;

    @Inject
    public ProblemSerializer(MessageCatalogue messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public byte[] serialize(ProblemException problem, Language language) {
        try {
            return json.writeValueAsBytes(ProblemDocument.of(problem, messages, language));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes the headers of every problem, other than {@code Content-Type} and {@code Cache-Control}. */
    public static void writeHeaders(Language language, BiConsumer<String, String> header) {
        header.accept(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        header.accept(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}

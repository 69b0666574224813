package org.putokaz.http.problempages;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.problem.ProblemDocument;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.HtmlResponse;
import org.putokaz.locale.Language;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemType;

@PermitAll
class ProblemsResource implements ProblemsApi {

    private final RequestContext reader;
    private final MessageCatalogue messages;

    @Inject
    ProblemsResource(RequestContext reader, MessageCatalogue messages) {
        this.reader = reader;
        this.messages = messages;
    }

    @Override
    public ProblemKinds list(LanguageQuery query) {
        return new ProblemKinds(
                Arrays.stream(ProblemType.values()).map(this::kind).toList());
    }

    @Override
    public ProblemKind get(String code, LanguageQuery query) {
        reader.negotiatesFormat();
        return kind(named(code));
    }

    @Override
    public HtmlResponse page(String code, LanguageQuery query) {
        reader.negotiatesFormat();
        ProblemKind kind = kind(named(code));
        Language language = reader.language();
        String status = messages.text(Message.of("problem-page.status", kind.status()), language);
        String back = messages.pattern("problem-page.back", language);
        return new HtmlResponse("""
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title>
                <style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
                </head>
                <body><h1>%s</h1><p><code>%s</code>, %s</p><p>%s</p><p><a href="/api/v1/problems">%s</a></p></body>
                </html>
                """.formatted(
                        language.tag(),
                        html(kind.title()),
                        html(kind.title()),
                        kind.code(),
                        html(status),
                        html(kind.description()),
                        html(back)));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static ProblemType named(String code) {
        return Arrays.stream(ProblemType.values())
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-problem"));
    }

    private ProblemKind kind(ProblemType problem) {
        Language language = reader.language();
        return new ProblemKind(
                ProblemDocument.PAGES + problem.code(),
                problem.code(),
                problem.status(),
                messages.pattern(problem.code() + ".title", language),
                messages.pattern(problem.code() + ".page", language));
    }
}

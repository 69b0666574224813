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

/** Pages about the types of problem under {@code /api/v1/problems}, with texts from the {@link MessageCatalogue}. */
@PermitAll
class ProblemsResource implements ProblemsApi {

    private final RequestContext context;
    private final MessageCatalogue messages;

    @Inject
    ProblemsResource(RequestContext context, MessageCatalogue messages) {
        this.context = context;
        this.messages = messages;
    }

    @Override
    public ProblemKinds list(LanguageQuery query) {
        return new ProblemKinds(
                Arrays.stream(ProblemType.values()).map(this::kind).toList());
    }

    @Override
    public ProblemKind get(String code, LanguageQuery query) {
        context.markFormatNegotiated();
        return kind(type(code));
    }

    @Override
    public HtmlResponse page(String code, LanguageQuery query) {
        context.markFormatNegotiated();
        ProblemKind kind = kind(type(code));
        Language language = context.language();
        String status = messages.text(Message.of("problem-page.status", kind.status()), language);
        String linkToAll = messages.pattern("problem-page.back", language);
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
                        escaped(kind.title()),
                        escaped(kind.title()),
                        kind.code(),
                        escaped(status),
                        escaped(kind.description()),
                        escaped(linkToAll)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static ProblemType type(String code) {
        return Arrays.stream(ProblemType.values())
                .filter(problem -> problem.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-problem"));
    }

    private ProblemKind kind(ProblemType problem) {
        Language language = context.language();
        return new ProblemKind(
                ProblemDocument.TYPE_PREFIX + problem.code(),
                problem.code(),
                problem.status(),
                messages.pattern(problem.code() + ".title", language),
                messages.pattern(problem.code() + ".page", language));
    }
}

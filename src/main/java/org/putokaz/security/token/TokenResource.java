package org.putokaz.security.token;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;
import org.putokaz.security.audit.AuditTrail;

/**
 * Resource of {@code /editorial/v1/tokens}: reads tokens from {@link TokenRepository}, and issues and revokes them
 * through {@link TokenService}.
 */
@RolesAllowed(Role.Names.ADMIN)
class TokenResource implements TokensApi {

    private final TokenRepository tokens;
    private final TokenService service;
    private final AuditTrail trail;
    private final CurrentActor actor;

    @Inject
    TokenResource(TokenRepository tokens, TokenService service, AuditTrail trail, CurrentActor actor) {
        this.tokens = tokens;
        this.service = service;
        this.trail = trail;
        this.actor = actor;
    }

    @Override
    @Transactional
    public TokenPage list(CursorParameters parameters) {
        KeysetPager pager = parameters.pager(trail.cursorKey(), "tokens");
        String after = pager.after();
        UUID before = after == null ? null : UUID.fromString(after);
        KeysetPager.Page<TokenEntity> page =
                pager.page(tokens.findNewest(before, pager.fetchSize()), token -> token.id.toString());
        return new TokenPage(page.rows().stream().map(TokenView::of).toList(), page.info());
    }

    @Override
    public Response create(InputStream body) {
        NewToken request = JsonBodyReader.read(body, JsonBodyReader.MAX_SMALL_BODY_BYTES, NewToken.class);
        return Response.status(Response.Status.CREATED)
                .entity(IssuedToken.of(service.issue(request, actor.get())))
                .build();
    }

    @Override
    @Transactional
    public TokenView get(String id) {
        return tokens.find(parseId(id))
                .map(TokenView::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-token"));
    }

    @Override
    public TokenView revoke(String id) {
        return TokenView.of(service.revoke(parseId(id), actor.get()));
    }

    private static UUID parseId(String id) {
        if (!QueryParameterParser.isId(id)) {
            throw ProblemType.NOT_FOUND.because("no-such-token");
        }
        return UUID.fromString(id);
    }
}

package org.putokaz.security.token;

import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Pages;
import org.putokaz.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

@RolesAllowed(Role.Names.ADMIN)
class TokenResource implements TokensApi {

    private final TokenRepository tokens;
    private final TokenService office;
    private final Pages pages;
    private final CurrentActor actor;

    @Inject
    TokenResource(TokenRepository tokens, TokenService office, Pages pages, CurrentActor actor) {
        this.tokens = tokens;
        this.office = office;
        this.pages = pages;
        this.actor = actor;
    }

    @Override
    @Transactional
    public TokenPage list(PageQuery query) {
        int limit = Pages.limit(query.limit());
        String after = pages.after(query.cursor(), "tokens");
        List<TokenEntity> rows = tokens.newest(after == null ? null : UUID.fromString(after), limit + 1);
        PageInfo page = pages.info(rows, limit, "tokens", row -> row.id.toString());
        return new TokenPage(rows.stream().limit(limit).map(TokenView::of).toList(), page);
    }

    @Override
    public Response create(InputStream body) {
        NewToken asked = JsonBodyReader.read(body, JsonBodyReader.MAX_SMALL_BODY_BYTES, NewToken.class);
        return Response.status(Response.Status.CREATED)
                .entity(IssuedToken.of(office.issue(asked, actor.get())))
                .build();
    }

    @Override
    @Transactional
    public TokenView get(String id) {
        return tokens.find(read(id))
                .map(TokenView::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-token"));
    }

    @Override
    public TokenView revoke(String id) {
        return TokenView.of(office.revoke(read(id), actor.get()));
    }

    private static UUID read(String id) {
        if (!QueryParameterParser.isId(id)) {
            throw ProblemType.NOT_FOUND.because("no-such-token");
        }
        return UUID.fromString(id);
    }
}

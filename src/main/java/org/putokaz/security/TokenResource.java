package org.putokaz.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Parameters;
import org.putokaz.http.StrictJson;
import org.putokaz.problem.Problem;

@RolesAllowed(Role.Names.ADMIN)
class TokenResource implements TokensApi {

    private final Tokens tokens;
    private final TokenOffice office;
    private final Pages pages;
    private final CurrentActor actor;

    @Inject
    TokenResource(Tokens tokens, TokenOffice office, Pages pages, CurrentActor actor) {
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
        List<TokenRow> rows = tokens.newest(after == null ? null : UUID.fromString(after), limit + 1);
        PageInfo page = pages.info(rows, limit, "tokens", row -> row.id.toString());
        return new TokenPage(rows.stream().limit(limit).map(TokenView::of).toList(), page);
    }

    @Override
    public Response create(InputStream body) {
        NewToken asked = StrictJson.read(body, StrictJson.SMALL, NewToken.class);
        return Response.status(Response.Status.CREATED)
                .entity(IssuedToken.of(office.issue(asked, actor.get())))
                .build();
    }

    @Override
    @Transactional
    public TokenView get(String id) {
        return tokens.find(read(id)).map(TokenView::of).orElseThrow(() -> Problem.NOT_FOUND.because("no-such-token"));
    }

    @Override
    public TokenView revoke(String id) {
        return TokenView.of(office.revoke(read(id), actor.get()));
    }

    private static UUID read(String id) {
        if (!Parameters.isId(id)) {
            throw Problem.NOT_FOUND.because("no-such-token");
        }
        return UUID.fromString(id);
    }
}

package org.putokaz.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.putokaz.problem.Problem;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

@RolesAllowed(Role.Names.ADMIN)
class SigningKeyResource implements SigningKeysApi {

    private final SigningKeys keys;
    private final KeyOffice office;
    private final SigningConfig config;
    private final CurrentActor actor;

    @Inject
    SigningKeyResource(SigningKeys keys, KeyOffice office, SigningConfig config, CurrentActor actor) {
        this.keys = keys;
        this.office = office;
        this.config = config;
        this.actor = actor;
    }

    @Override
    public SigningKeyList list() {
        return new SigningKeyList(all().rows().stream().map(this::view).toList());
    }

    @Override
    public Response create() {
        return Response.status(Response.Status.CREATED)
                .entity(view(office.rotate(actor.get())))
                .build();
    }

    @Override
    public SigningKeyView get(String kid) {
        return all().named(kid).map(this::view).orElseThrow(() -> Problem.NOT_FOUND.because("no-such-signing-key"));
    }

    @Override
    public SigningKeyView revoke(String kid) {
        return view(office.revoke(kid, actor.get()));
    }

    /** As they are, and not as this node last saw them. */
    private KeySet all() {
        return QuarkusTransaction.requiringNew().call(keys::all);
    }

    private SigningKeyView view(SigningKeyRow row) {
        return SigningKeyView.of(row, office.now(), config.keep());
    }
}

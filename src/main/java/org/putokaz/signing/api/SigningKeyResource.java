package org.putokaz.signing.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;
import org.putokaz.signing.KeyRotationService;
import org.putokaz.signing.SigningConfig;
import org.putokaz.signing.SigningKeyEntity;
import org.putokaz.signing.SigningKeyRepository;
import org.putokaz.signing.SigningKeySet;

@RolesAllowed(Role.Names.ADMIN)
class SigningKeyResource implements SigningKeysApi {

    private final SigningKeyRepository keys;
    private final KeyRotationService office;
    private final SigningConfig config;
    private final CurrentActor actor;

    @Inject
    SigningKeyResource(SigningKeyRepository keys, KeyRotationService office, SigningConfig config, CurrentActor actor) {
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
        return all().named(kid).map(this::view).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-signing-key"));
    }

    @Override
    public SigningKeyView revoke(String kid) {
        return view(office.revoke(kid, actor.get()));
    }

    /** As they are, and not as this node last saw them. */
    private SigningKeySet all() {
        return QuarkusTransaction.requiringNew().call(keys::all);
    }

    private SigningKeyView view(SigningKeyEntity row) {
        return SigningKeyView.of(row, office.now(), config.keep());
    }
}

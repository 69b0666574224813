package org.putokaz.signing.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;
import org.putokaz.signing.KeyRotationService;
import org.putokaz.signing.SigningConfig;
import org.putokaz.signing.SigningKeyEntity;
import org.putokaz.signing.SigningKeyRepository;
import org.putokaz.signing.SigningKeySet;

/**
 * Resource of {@code /editorial/v1/signing-keys}: rotation and revocation through {@link KeyRotationService}. Keys are
 * read from the database, not from {@link org.putokaz.signing.SigningKeyCache}, so a change is visible at once on every
 * node.
 */
@RolesAllowed(Role.Names.ADMIN)
class SigningKeyResource implements SigningKeysApi {

    private final SigningKeyRepository repository;
    private final KeyRotationService rotations;
    private final SigningConfig config;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    SigningKeyResource(
            SigningKeyRepository repository,
            KeyRotationService rotations,
            SigningConfig config,
            CurrentActor actor,
            Clock clock) {
        this.repository = repository;
        this.rotations = rotations;
        this.config = config;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public SigningKeyList list() {
        return new SigningKeyList(findAll().keys().stream().map(this::view).toList());
    }

    @Override
    public Response create() {
        return Response.status(Response.Status.CREATED)
                .entity(view(rotations.rotate(actor.get())))
                .build();
    }

    @Override
    public SigningKeyView get(String kid) {
        return findAll()
                .findByKid(kid)
                .map(this::view)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-signing-key"));
    }

    @Override
    public SigningKeyView revoke(String kid) {
        return view(rotations.revoke(kid, actor.get()));
    }

    private SigningKeySet findAll() {
        return QuarkusTransaction.requiringNew().call(repository::findAll);
    }

    private SigningKeyView view(SigningKeyEntity key) {
        return SigningKeyView.of(key, clock.instant(), config.keep());
    }
}

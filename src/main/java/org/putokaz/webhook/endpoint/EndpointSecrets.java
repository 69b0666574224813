package org.putokaz.webhook.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The current signing secret of an endpoint, and the previous one, which signs too for some time after a rotation. */
@Embeddable
@NullUnmarked
public class EndpointSecrets {

    @Column(name = "secret")
    private String current;

    @Column(name = "previous_secret")
    @Nullable
    private String previous;

    @Column(name = "previous_secret_until")
    @Nullable
    private Instant previousUntil;

    /** For a new endpoint. */
    public static EndpointSecrets generate() {
        EndpointSecrets secrets = new EndpointSecrets();
        secrets.current = SigningSecret.generate().text();
        return secrets;
    }

    public String current() {
        return current;
    }

    public void rotate(SigningSecret next, Instant until) {
        previous = current;
        previousUntil = until;
        current = next.text();
    }

    /** The secrets that sign now, the newest first. */
    public List<SigningSecret> active(Instant now) {
        List<SigningSecret> active = new ArrayList<>(List.of(new SigningSecret(current)));
        if (isPreviousActive(now)) {
            active.add(new SigningSecret(previous));
        }
        return active;
    }

    /** The time until which the previous secret signs; null when it does not sign now. */
    public @Nullable Instant previousActiveUntil(Instant now) {
        return isPreviousActive(now) ? previousUntil : null;
    }

    private boolean isPreviousActive(Instant now) {
        return previousUntil != null && now.isBefore(previousUntil);
    }
}

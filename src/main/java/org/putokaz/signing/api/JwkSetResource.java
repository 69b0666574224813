package org.putokaz.signing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.putokaz.http.response.BinaryResponse;
import org.putokaz.signing.SigningConfig;
import org.putokaz.signing.SigningKeyCache;
import org.putokaz.signing.SigningKeySet;

/** Resource of {@code /.well-known/jwks.json}: the keys of {@link SigningKeyCache} that verify signatures. */
@PermitAll
class JwkSetResource implements JwkSetApi {

    private static final long MAX_AGE_SECONDS = 3600;

    private final SigningKeyCache cache;
    private final SigningConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    JwkSetResource(SigningKeyCache cache, SigningConfig config, ObjectMapper json, Clock clock) {
        this.cache = cache;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Response get() {
        Instant now = clock.instant();
        SigningKeySet keys = cache.keys();
        JwkSet set = new JwkSet(keys.verificationKeys(now, config.keep()).stream()
                .map(JwkSet.Jwk::of)
                .toList());
        return Response.ok(new BinaryResponse(serialise(set), TYPE, "public, max-age=" + maxAgeSeconds(keys, now)))
                .build();
    }

    /** At most the announcement time: a key announced now must not sign while a cached copy lacks it. */
    private long maxAgeSeconds(SigningKeySet keys, Instant now) {
        long limit = Math.min(MAX_AGE_SECONDS, config.announce().toSeconds());
        return keys.nextChangeAfter(now, config.keep())
                .map(change -> Math.min(limit, Duration.between(now, change).toSeconds()))
                .orElse(limit);
    }

    private byte[] serialise(JwkSet set) {
        try {
            return json.writeValueAsBytes(set);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

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

@PermitAll
class JwkSetResource implements JwkSetApi {

    /** In seconds; an hour, as partners expect of keys. */
    private static final long LONGEST = 3600;

    private final SigningKeyCache ring;
    private final SigningConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    JwkSetResource(SigningKeyCache ring, SigningConfig config, ObjectMapper json, Clock clock) {
        this.ring = ring;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Response get() {
        Instant now = clock.instant();
        SigningKeySet keys = ring.keys();
        JwkSet set = new JwkSet(
                keys.shown(now, config.keep()).stream().map(JwkSet.Jwk::of).toList());
        return Response.ok(new BinaryResponse(bytes(set), TYPE, "public, max-age=" + seconds(keys, now)))
                .build();
    }

    /** Never so long that a key which is announced now could sign before a copy of the set without it has gone. */
    private long seconds(SigningKeySet keys, Instant now) {
        long longest = Math.min(LONGEST, config.announce().toSeconds());
        return keys.nextChange(now, config.keep())
                .map(change -> Math.min(longest, Duration.between(now, change).toSeconds()))
                .orElse(longest);
    }

    private byte[] bytes(JwkSet set) {
        try {
            return json.writeValueAsBytes(set);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

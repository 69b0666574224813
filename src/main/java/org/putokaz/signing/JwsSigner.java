package org.putokaz.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.putokaz.problem.ProblemType;

/**
 * Signs, in the compact form of JWS (RFC 7515, section 7.1) with {@code "alg":"Ed25519"} (RFC 9864). The JDK takes the
 * whole message into memory to do so, and Ed25519 reads it twice: of what is large, sign a statement with its digest.
 */
@ApplicationScoped
public class JwsSigner {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String FIRST_MEMBERS = "{\"alg\":\"Ed25519\",\"kid\":\"";

    private final SigningKeyCache ring;
    private final PrivateKeyProvider own;
    private final Clock clock;

    @Inject
    JwsSigner(SigningKeyCache ring, PrivateKeyProvider own, Clock clock) {
        this.ring = ring;
        this.own = own;
        this.clock = clock;
    }

    /**
     * The name of the key that would sign now. Ed25519 has no chance in it: the same key and the same bytes give the same
     * signature, so one may be kept for as long as this stays the same.
     *
     * @throws org.putokaz.problem.ProblemException 503 when no key can sign
     */
    public String kid() {
        return key().kid;
    }

    /**
     * A JWS with its payload inside.
     *
     * @param type the {@code typ} of its header, so that nobody takes it for one of another kind
     */
    public String enclosed(String type, byte[] payload) {
        SigningKeyEntity key = key();
        String input = encoded(FIRST_MEMBERS + key.kid + "\",\"typ\":\"" + type + "\"}")
                + '.'
                + BASE64.encodeToString(payload);
        return input + '.' + BASE64.encodeToString(Ed25519Keys.sign(own.of(key), ascii(input)));
    }

    /** A JWS without its payload (RFC 7515, appendix F), which is signed as it is and not as base64 (RFC 7797). */
    public String detached(byte[] payload) {
        SigningKeyEntity key = key();
        String header = encoded(FIRST_MEMBERS + key.kid + "\",\"b64\":false,\"crit\":[\"b64\"]}");
        return header + ".." + BASE64.encodeToString(Ed25519Keys.sign(own.of(key), ascii(header + '.'), payload));
    }

    private SigningKeyEntity key() {
        return ring.keys()
                .signing(clock.instant())
                .orElseThrow(() -> ProblemType.UNAVAILABLE.because("no-signing-key"));
    }

    private static String encoded(String header) {
        return BASE64.encodeToString(ascii(header));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

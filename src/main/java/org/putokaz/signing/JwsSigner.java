package org.putokaz.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.putokaz.problem.ProblemType;

/**
 * Signer of JWS in compact serialisation (RFC 7515, section 7.1) with {@code "alg":"Ed25519"} (RFC 9864). Signing needs
 * the whole payload in memory, because Ed25519 reads it twice: for large content, sign a statement with its digest.
 */
@ApplicationScoped
public class JwsSigner {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER_START = "{\"alg\":\"Ed25519\",\"kid\":\"";

    private final SigningKeyCache cache;
    private final PrivateKeyProvider privateKeys;
    private final Clock clock;

    @Inject
    JwsSigner(SigningKeyCache cache, PrivateKeyProvider privateKeys, Clock clock) {
        this.cache = cache;
        this.privateKeys = privateKeys;
        this.clock = clock;
    }

    /**
     * The id of the key that signs now. Ed25519 is deterministic: a signature can be reused while this id is the same.
     *
     * @throws org.putokaz.problem.ProblemException 503 when no key can sign
     */
    public String kid() {
        return key().kid;
    }

    /**
     * A JWS that contains its payload.
     *
     * @param type the header {@code typ}, which keeps signatures of different kinds apart
     * @throws org.putokaz.problem.ProblemException 503 when no key can sign
     */
    public String sign(String type, byte[] payload) {
        SigningKeyEntity key = key();
        String input =
                encode(HEADER_START + key.kid + "\",\"typ\":\"" + type + "\"}") + '.' + BASE64.encodeToString(payload);
        return input + '.' + BASE64.encodeToString(Ed25519Keys.sign(privateKeys.privateKeyOf(key), ascii(input)));
    }

    /**
     * A JWS with detached content (RFC 7515, appendix F). The payload is signed unencoded (RFC 7797).
     *
     * @throws org.putokaz.problem.ProblemException 503 when no key can sign
     */
    public String signDetached(byte[] payload) {
        SigningKeyEntity key = key();
        String header = encode(HEADER_START + key.kid + "\",\"b64\":false,\"crit\":[\"b64\"]}");
        byte[] signature = Ed25519Keys.sign(privateKeys.privateKeyOf(key), ascii(header + '.'), payload);
        return header + ".." + BASE64.encodeToString(signature);
    }

    private SigningKeyEntity key() {
        return cache.keys()
                .signingKey(clock.instant())
                .orElseThrow(() -> ProblemType.UNAVAILABLE.because("no-signing-key"));
    }

    private static String encode(String header) {
        return BASE64.encodeToString(ascii(header));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

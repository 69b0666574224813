package org.putokaz.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Test vectors of RFC 8037, appendix A, with the key in the format of openssl. */
class Ed25519KeysTest {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] SEED = Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private static String pkcs8() {
        byte[] prefix = Base64.getDecoder().decode("MC4CAQAwBQYDK2VwBCIEIA==");
        byte[] encoded = new byte[prefix.length + SEED.length];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(SEED, 0, encoded, prefix.length, SEED.length);
        return Base64.getMimeEncoder().encodeToString(encoded);
    }

    @Test
    void thePublicKeyAndTheThumbprintAreThoseOfTheStandard() {
        assertThat(Ed25519Keys.publicKeyCoordinate(Ed25519Keys.parse(pkcs8()).getPublic()))
                .isEqualTo(X);
        assertThat(Ed25519Keys.thumbprint(X)).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void theSignatureIsThatOfTheStandard() {
        byte[] input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(StandardCharsets.US_ASCII);

        assertThat(URL.encodeToString(
                        Ed25519Keys.sign(Ed25519Keys.parse(pkcs8()).getPrivate(), input)))
                .isEqualTo("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    @RepeatedTest(20)
    void anEncodedKeyIsParsedWithItsPublicKey() {
        KeyPair generated = Ed25519Keys.generate();

        assertThat(Ed25519Keys.publicKeyCoordinate(Ed25519Keys.parse(Ed25519Keys.encode(generated.getPrivate()))
                        .getPublic()))
                .isEqualTo(Ed25519Keys.publicKeyCoordinate(generated.getPublic()));
    }

    @Test
    void aMalformedKeyIsRefusedAndIsNotInTheMessage() throws Exception {
        String other = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed448")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());

        for (String wrong : new String[] {"kanarinac", "", "*", other}) {
            assertThatThrownBy(() -> Ed25519Keys.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not an Ed25519 private key in PKCS#8 and base64")
                    .hasNoCause();
        }
    }
}

package org.putokaz.signing;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import org.putokaz.common.Sha256;

/**
 * Ed25519 keys and signatures (RFC 8032) with the JDK, in the formats of JOSE (RFC 8037) and of key files (RFC 8410).
 */
final class Ed25519Keys {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;
    private static final byte[] TEST_MESSAGE = "a key and its public half".getBytes(StandardCharsets.US_ASCII);

    private Ed25519Keys() {}

    static KeyPair generate() {
        return generate(new SecureRandom());
    }

    /**
     * The key pair of a private key. The JDK has no API for the public half, but generates both halves from the same
     * seed, so the pair is generated from the seed of the private key and checked with a signature.
     *
     * @param pkcs8 in base64, with or without line breaks
     * @throws IllegalArgumentException when it is not an Ed25519 private key; the message does not contain it
     */
    static KeyPair parse(String pkcs8) {
        try {
            PrivateKey key = parsePrivateKey(pkcs8);
            byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
            PublicKey publicKey = generate(new FixedRandom(seed)).getPublic();
            if (!verify(publicKey, TEST_MESSAGE, sign(key, TEST_MESSAGE))) {
                throw new IllegalStateException("This JDK generates Ed25519 keys in another way");
            }
            return new KeyPair(publicKey, key);
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException invalid) {
            throw new IllegalArgumentException("not an Ed25519 private key in PKCS#8 and base64");
        }
    }

    /** The private key alone; format as in {@link #parse}. */
    static PrivateKey parsePrivateKey(String pkcs8) throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(pkcs8);
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** PKCS#8 in base64. */
    static String encode(PrivateKey key) {
        return Base64.getEncoder().encodeToString(Objects.requireNonNull(key.getEncoded()));
    }

    /** The member {@code x} of a JWK: the 32 bytes of the public key (RFC 8032, section 5.1.2) in base64url. */
    static String publicKeyCoordinate(PublicKey key) {
        var point = ((EdECPublicKey) key).getPoint();
        byte[] y = point.getY().toByteArray();
        byte[] bytes = new byte[KEY_BYTES];
        for (int i = 0; i < Math.min(KEY_BYTES, y.length); i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            bytes[KEY_BYTES - 1] |= (byte) 0x80;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key id: the SHA-256 thumbprint of the JWK (RFC 7638, section 3). */
    static String thumbprint(String x) {
        String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.digest(jwk.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Signs the concatenated parts. The JDK buffers the whole message, so it has to be small. */
    static byte[] sign(PrivateKey key, byte[]... message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            for (byte[] part : message) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean verify(PublicKey key, byte[] message, byte[] signatureBytes)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(key);
        signature.update(message);
        return signature.verify(signatureBytes);
    }

    private static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Random generator that yields the given bytes each time. */
    private static final class FixedRandom extends SecureRandom {

        @Serial
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        FixedRandom(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            if (target.length != bytes.length) {
                throw new IllegalStateException("This JDK generates Ed25519 keys in another way");
            }
            System.arraycopy(bytes, 0, target, 0, bytes.length);
        }
    }
}

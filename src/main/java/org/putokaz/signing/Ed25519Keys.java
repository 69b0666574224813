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

/** Ed25519 (RFC 8032) as the JDK has it, and how its keys are written in JOSE (RFC 8037) and in files (RFC 8410). */
final class Ed25519Keys {

    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;
    private static final byte[] PROBE = "a key and its public half".getBytes(StandardCharsets.US_ASCII);

    private Ed25519Keys() {}

    static KeyPair fresh() {
        return generated(new SecureRandom());
    }

    /**
     * A private key and the public one that belongs to it.
     *
     * @param pkcs8 in base64, with or without line ends
     * @throws IllegalArgumentException when it is no such key; the message does not show it
     */
    static KeyPair read(String pkcs8) {
        try {
            PrivateKey key = privateKey(pkcs8);
            byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
            // The JDK tells nobody a private key's public half, but makes both from these bytes.
            PublicKey half = generated(new Repeated(seed)).getPublic();
            if (!isBy(half, PROBE, sign(key, PROBE))) {
                throw new IllegalStateException("This JDK makes Ed25519 keys otherwise");
            }
            return new KeyPair(half, key);
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException noKey) {
            throw new IllegalArgumentException("not an Ed25519 private key in PKCS#8 and base64");
        }
    }

    /** The same without its public half. */
    static PrivateKey privateKey(String pkcs8) throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(pkcs8);
        return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    static String write(PrivateKey key) {
        return Base64.getEncoder().encodeToString(Objects.requireNonNull(key.getEncoded()));
    }

    /** The {@code x} of a JWK: the 32 bytes of the public key (RFC 8032, section 5.1.2) in base64url. */
    static String x(PublicKey key) {
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

    /** The name of a key: the SHA-256 thumbprint of its JWK (RFC 7638, section 3). */
    static String thumbprint(String x) {
        String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.digest(jwk.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Takes the whole message into memory, and a copy of it: keep messages small. */
    static byte[] sign(PrivateKey key, byte[]... message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            for (byte[] part : message) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isBy(PublicKey key, byte[] message, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(NAME);
        signature.initVerify(key);
        signature.update(message);
        return signature.verify(signed);
    }

    private static KeyPair generated(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Says the same bytes each time it is asked. */
    private static final class Repeated extends SecureRandom {

        @Serial
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Repeated(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] asked) {
            if (asked.length != bytes.length) {
                throw new IllegalStateException("This JDK makes Ed25519 keys otherwise");
            }
            System.arraycopy(bytes, 0, asked, 0, bytes.length);
        }
    }
}

package org.putokaz.signing;

import static org.putokaz.fixture.Requests.given;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Set;
import org.hibernate.Session;

/** Backup and restore of the signing keys around a test, and verification of signatures with an independent library. */
@ApplicationScoped
public class SigningKeyFixture {

    @Inject
    Session session;

    @Inject
    SigningKeyCache cache;

    private void run(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    public void backUp() {
        QuarkusTransaction.requiringNew()
                .run(() -> run("create table public.signing_key_backup as select * from security.signing_key"));
    }

    public void deleteAll() {
        QuarkusTransaction.requiringNew().run(() -> run("delete from security.signing_key"));
        cache.invalidate();
    }

    public void restore() {
        QuarkusTransaction.requiringNew().run(() -> {
            run("delete from security.signing_key");
            run("insert into security.signing_key select * from public.signing_key_backup");
            run("drop table public.signing_key_backup");
        });
        cache.invalidate();
    }

    /** The private key in the database; null when it has none. */
    String storedPrivateKey(String kid) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createSelectionQuery(
                                "select k.privateKey from SigningKeyEntity k where k.kid = :kid", String.class)
                        .setParameter("kid", kid)
                        .getSingleResultOrNull());
    }

    public static JWKSet publishedKeySet() {
        try {
            return JWKSet.parse(given().get("/.well-known/jwks.json").asString());
        } catch (ParseException noKeySet) {
            throw new AssertionError(noKeySet);
        }
    }

    /** Whether a JWS that contains its payload is valid, by the key set that is published now. */
    public static boolean isValid(String jws) throws Exception {
        return isValid(JWSObject.parse(jws));
    }

    /** Whether a JWS with detached content is valid, by the key set that is published now. */
    public static boolean isValid(String jws, byte[] payload) throws Exception {
        return isValid(JWSObject.parse(jws, new Payload(payload)));
    }

    private static boolean isValid(JWSObject jws) throws Exception {
        var key = publishedKeySet().getKeyByKeyId(jws.getHeader().getKeyID());
        return key != null && jws.verify(new Ed25519Verifier((OctetKeyPair) key, Set.of("b64")));
    }
}

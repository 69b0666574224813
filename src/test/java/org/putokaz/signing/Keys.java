package org.putokaz.signing;

import static io.restassured.RestAssured.given;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.hibernate.Session;

/** The keys for a test: put aside and brought back, and a partner who checks signatures with somebody else's library. */
@ApplicationScoped
public class Keys {

    @Inject
    Session session;

    @Inject
    SigningKeyCache ring;

    private void run(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    public void putAside() {
        QuarkusTransaction.requiringNew()
                .run(() -> run("create table public.aside_keys as select * from security.signing_key"));
    }

    public void forgetAll() {
        QuarkusTransaction.requiringNew().run(() -> run("delete from security.signing_key"));
        ring.letGo();
    }

    public void bringBack() {
        QuarkusTransaction.requiringNew().run(() -> {
            run("delete from security.signing_key");
            run("insert into security.signing_key select * from public.aside_keys");
            run("drop table public.aside_keys");
        });
        ring.letGo();
    }

    /** The private half that the database has of a key; null when it has none. */
    String privateHalf(String kid) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createSelectionQuery(
                                "select k.privateKey from SigningKeyEntity k where k.kid = :kid", String.class)
                        .setParameter("kid", kid)
                        .getSingleResultOrNull());
    }

    public static JWKSet published() {
        try {
            return JWKSet.parse(given().get("/.well-known/jwks.json").asString());
        } catch (java.text.ParseException noKeySet) {
            throw new AssertionError(noKeySet);
        }
    }

    /** Whether a JWS with its payload inside holds, by the keys that are published now. */
    public static boolean holds(String jws) throws Exception {
        return holds(JWSObject.parse(jws));
    }

    /** The same of a detached one. */
    public static boolean holds(String jws, byte[] payload) throws Exception {
        return holds(JWSObject.parse(jws, new Payload(payload)));
    }

    private static boolean holds(JWSObject jws) throws Exception {
        var key = published().getKeyByKeyId(jws.getHeader().getKeyID());
        return key != null && jws.verify(new Ed25519Verifier((OctetKeyPair) key, Set.of("b64")));
    }
}

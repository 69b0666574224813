package org.putokaz.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;

/** The keys there are and were. */
@ApplicationScoped
public class SigningKeyRepository {

    private final Session session;

    @Inject
    SigningKeyRepository(Session session) {
        this.session = session;
    }

    /** The newest first. */
    public SigningKeySet all() {
        List<SigningKeyEntity> rows = session.createSelectionQuery(
                        "from SigningKeyEntity k order by k.signsFrom desc, k.createdAt desc, k.kid",
                        SigningKeyEntity.class)
                .getResultList();
        return new SigningKeySet(rows);
    }

    /** The same, after waiting for whoever changes them; from here to the commit nobody else does. */
    SigningKeySet lockAll() {
        session.createNativeQuery("select id from security.signing_lock where id = 1 for update", Object.class)
                .getSingleResult();
        return all();
    }

    void add(SigningKeyEntity key) {
        session.persist(key);
    }
}

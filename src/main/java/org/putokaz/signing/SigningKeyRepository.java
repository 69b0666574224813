package org.putokaz.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;

/** Repository of all signing keys, present and past. */
@ApplicationScoped
public class SigningKeyRepository {

    private final Session session;

    @Inject
    SigningKeyRepository(Session session) {
        this.session = session;
    }

    /** The newest first. */
    public SigningKeySet findAll() {
        List<SigningKeyEntity> keys = session.createSelectionQuery(
                        "from SigningKeyEntity k order by k.signsFrom desc, k.createdAt desc, k.kid",
                        SigningKeyEntity.class)
                .getResultList();
        return new SigningKeySet(keys);
    }

    /** As {@link #findAll}, with a lock against concurrent changes until the end of the transaction. */
    SigningKeySet lockAndFindAll() {
        session.createNativeQuery("select id from security.signing_lock where id = 1 for update", Object.class)
                .getSingleResult();
        return findAll();
    }

    void add(SigningKeyEntity key) {
        session.persist(key);
    }
}

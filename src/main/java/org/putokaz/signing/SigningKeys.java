package org.putokaz.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;

/** The keys there are and were. */
@ApplicationScoped
class SigningKeys {

    private final Session session;

    @Inject
    SigningKeys(Session session) {
        this.session = session;
    }

    /** The newest first. */
    KeySet all() {
        List<SigningKeyRow> rows = session.createSelectionQuery(
                        "from SigningKeyRow k order by k.signsFrom desc, k.createdAt desc, k.kid", SigningKeyRow.class)
                .getResultList();
        return new KeySet(rows);
    }

    /** The same, after waiting for whoever changes them; from here to the commit nobody else does. */
    KeySet lockAll() {
        session.createNativeQuery("select id from security.signing_lock where id = 1 for update", Object.class)
                .getSingleResult();
        return all();
    }

    void add(SigningKeyRow key) {
        session.persist(key);
    }
}

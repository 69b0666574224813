package org.example.ordinary;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class EventRepository implements PanacheRepositoryBase<Event, UUID> {

    PanacheQuery<Event> byDate() {
        return findAll(Sort.by("earliest", Sort.NullPrecedence.NULLS_LAST)
                .and("sortOrder")
                .and("id"));
    }

    Optional<Event> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}

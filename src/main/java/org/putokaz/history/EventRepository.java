package org.putokaz.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Repository of the index rows of live history events. */
@ApplicationScoped
class EventRepository implements PanacheRepositoryBase<EventEntity, UUID> {}

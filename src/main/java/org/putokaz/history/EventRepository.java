package org.putokaz.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The live rows of history events. */
@ApplicationScoped
class EventRepository implements PanacheRepositoryBase<EventEntity, UUID> {}

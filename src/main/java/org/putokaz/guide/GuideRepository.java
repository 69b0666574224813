package org.putokaz.guide;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Repository of the index rows of live help guides. */
@ApplicationScoped
class GuideRepository implements PanacheRepositoryBase<GuideEntity, UUID> {}

package org.putokaz.guide;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The live rows of help guides. */
@ApplicationScoped
class GuideRepository implements PanacheRepositoryBase<GuideEntity, UUID> {}

package org.putokaz.organisation.service;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hibernate.Session;
import org.putokaz.live.part.PartRepository;
import org.putokaz.live.part.PartTable;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.LiveQueries;
import org.putokaz.live.write.EntryIndexRepository;

/** Repository of the current and removed services of organisational units, with the slugs they had. */
@Singleton
public class ServiceRepository extends PartRepository<ServiceEntity> {

    @Inject
    ServiceRepository(Session session, EntryIndexRepository index, LiveEntryRepository entries, LiveQueries queries) {
        super(
                new PartTable<>(ServiceEntity.class, ServiceEntity::new, "live.organisational_unit_service", "unit"),
                session,
                index,
                entries,
                queries);
    }
}

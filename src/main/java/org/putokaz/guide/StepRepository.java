package org.putokaz.guide;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hibernate.Session;
import org.putokaz.live.part.PartRepository;
import org.putokaz.live.part.PartTable;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.LiveQueries;
import org.putokaz.live.write.EntryIndexRepository;

/** Repository of the current and removed steps of help guides, with the slugs they had. */
@Singleton
class StepRepository extends PartRepository<StepEntity> {

    @Inject
    StepRepository(Session session, EntryIndexRepository index, LiveEntryRepository entries, LiveQueries queries) {
        super(
                new PartTable<>(StepEntity.class, StepEntity::new, "live.help_guide_step", "guide"),
                session,
                index,
                entries,
                queries);
    }
}

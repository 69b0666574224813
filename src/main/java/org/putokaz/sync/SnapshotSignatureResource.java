package org.putokaz.sync;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.putokaz.live.Families;

@PermitAll
@Blocking
class SnapshotSignatureResource implements SnapshotSignatureApi {

    private final Snapshots snapshots;
    private final Downloads downloads;
    private final Families families;

    @Inject
    SnapshotSignatureResource(Snapshots snapshots, Downloads downloads, Families families) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.families = families;
    }

    @Override
    public Uni<Response> get(SnapshotQuery query) {
        return downloads.signature(snapshots.of(FamilyNames.of(query.family(), families)));
    }
}

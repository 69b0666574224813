package org.putokaz.sync.snapshot;

import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.sync.FamilyParameter;
import org.putokaz.sync.download.DownloadService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

@PermitAll
@Blocking
class SnapshotSignatureResource implements SnapshotSignatureApi {

    private final SnapshotWriter snapshots;
    private final DownloadService downloads;
    private final ContentFamilyRegistry families;

    @Inject
    SnapshotSignatureResource(SnapshotWriter snapshots, DownloadService downloads, ContentFamilyRegistry families) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.families = families;
    }

    @Override
    public Uni<Response> get(SnapshotParameters query) {
        return downloads.signature(snapshots.of(FamilyParameter.of(query.family(), families)));
    }
}

package org.putokaz.sync.snapshot;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.sync.FamilyParameter;
import org.putokaz.sync.download.DownloadService;

/** Resource of {@code /api/v1/snapshot.jws}: the signature of the snapshot, by {@link DownloadService}. */
@PermitAll
@Blocking
class SnapshotSignatureResource implements SnapshotSignatureApi {

    private final SnapshotDocumentFactory snapshots;
    private final DownloadService downloads;
    private final ContentFamilyRegistry families;

    @Inject
    SnapshotSignatureResource(
            SnapshotDocumentFactory snapshots, DownloadService downloads, ContentFamilyRegistry families) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.families = families;
    }

    @Override
    public Uni<Response> get(SnapshotParameters parameters) {
        return downloads.signatureResponse(snapshots.forFamilies(FamilyParameter.parse(parameters.family(), families)));
    }
}

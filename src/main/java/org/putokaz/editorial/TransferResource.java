package org.putokaz.editorial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Parameters;
import org.putokaz.http.StrictJson;
import org.putokaz.live.Families;
import org.putokaz.pack.Import;
import org.putokaz.pack.Imports;
import org.putokaz.pack.PackWriter;
import org.putokaz.pack.ZipLimits;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

@RolesAllowed(Role.Names.EDITOR)
class TransferResource implements TransferApi {

    /** The whole content of an institution many times over. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** The family whose entries fit into a table. */
    private static final String IN_TABLES = "contact-channels";

    private final Imports imports;
    private final Importer importer;
    private final ImportTargets targets;
    private final Families families;
    private final PackWriter writer;
    private final CurrentActor actor;

    @Inject
    TransferResource(
            Imports imports,
            Importer importer,
            ImportTargets targets,
            Families families,
            PackWriter writer,
            CurrentActor actor) {
        this.imports = imports;
        this.importer = importer;
        this.targets = targets;
        this.families = families;
        this.writer = writer;
        this.actor = actor;
    }

    @Override
    public ImportReport run(@Nullable String contentType, @Nullable String dryRun, InputStream body) {
        boolean dry = Boolean.TRUE.equals(Parameters.flag("dryRun", dryRun));
        InputStream bounded = new ByteArrayInputStream(StrictJson.bytes(body, MOST_BYTES));
        return importer.run(read(String.valueOf(contentType), bounded), dry, actor.get());
    }

    private Import read(String contentType, InputStream body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case ZIP -> imports.zip(body, ZipLimits.USUAL);
            case NDJSON -> imports.lines("import.ndjson", body);
            default -> imports.table(families.named(IN_TABLES), "import.csv", body, targets::idOf);
        };
    }

    @Override
    public Response export() {
        StreamingOutput pack = writer::writeZip;
        return Response.ok(pack, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"putokaz-pack.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}

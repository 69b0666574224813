package org.putokaz.editorial.transfer;

import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.pack.read.ImportReader;
import org.putokaz.pack.read.ImportResult;
import org.putokaz.pack.read.ZipLimits;
import org.putokaz.pack.write.PackWriter;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@RolesAllowed(Role.Names.EDITOR)
class TransferResource implements TransferApi {

    /** The whole content of an institution many times over. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** The family whose entries fit into a table. */
    private static final String IN_TABLES = "contact-channels";

    private final ImportReader imports;
    private final DraftImporter importer;
    private final ImportTargetResolver targets;
    private final ContentFamilyRegistry families;
    private final PackWriter writer;
    private final CurrentActor actor;

    @Inject
    TransferResource(
            ImportReader imports,
            DraftImporter importer,
            ImportTargetResolver targets,
            ContentFamilyRegistry families,
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
        boolean dry = Boolean.TRUE.equals(QueryParameterParser.flag("dryRun", dryRun));
        InputStream bounded = new ByteArrayInputStream(JsonBodyReader.readBytes(body, MOST_BYTES));
        return importer.run(read(String.valueOf(contentType), bounded), dry, actor.get());
    }

    private ImportResult read(String contentType, InputStream body) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case ZIP -> imports.readZip(body, ZipLimits.DEFAULT);
            case NDJSON -> imports.readNdjson("import.ndjson", body);
            default -> imports.readCsv(families.get(IN_TABLES), "import.csv", body, targets::idOf);
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

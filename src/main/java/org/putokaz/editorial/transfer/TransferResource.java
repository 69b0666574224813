package org.putokaz.editorial.transfer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.pack.read.BlankCells;
import org.putokaz.pack.read.ImportReader;
import org.putokaz.pack.read.ImportResult;
import org.putokaz.pack.read.ZipLimits;
import org.putokaz.pack.write.PackWriter;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/**
 * Resource of {@code /editorial/v1/import} and {@code /editorial/v1/export}, through {@link DraftImporter} and {@link
 * PackWriter}.
 */
@RolesAllowed(Role.Names.EDITOR)
class TransferResource implements TransferApi {

    /** The whole content of an institution, many times over. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /** The only family with a format as a table. */
    private static final String CSV_FAMILY = "contact-channels";

    private final ImportReader reader;
    private final DraftImporter importer;
    private final ImportTargetResolver targets;
    private final ContentFamilyRegistry families;
    private final PackWriter packWriter;
    private final CurrentActor actor;

    @Inject
    TransferResource(
            ImportReader reader,
            DraftImporter importer,
            ImportTargetResolver targets,
            ContentFamilyRegistry families,
            PackWriter packWriter,
            CurrentActor actor) {
        this.reader = reader;
        this.importer = importer;
        this.targets = targets;
        this.families = families;
        this.packWriter = packWriter;
        this.actor = actor;
    }

    @Override
    public ImportReport run(
            @Nullable String contentType,
            @Nullable String dryRun,
            @Nullable String clearBlank,
            @Nullable String file,
            InputStream body) {
        String fileName = SourceFileName.parse(file);
        boolean isDryRun = Boolean.TRUE.equals(QueryParameterParser.flag("dryRun", dryRun));
        boolean clears = Boolean.TRUE.equals(QueryParameterParser.flag("clearBlank", clearBlank));
        byte[] bounded = JsonBodyReader.readBytes(body, MAX_BYTES);
        BlankCells blankCells = clears ? BlankCells.CLEAR : BlankCells.KEEP;
        ImportResult imported = read(String.valueOf(contentType), bounded, blankCells);
        return importer.run(imported, fileName, isDryRun, actor.get());
    }

    private ImportResult read(String contentType, byte[] body, BlankCells blankCells) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case ZIP -> reader.readZip(new ByteArrayInputStream(body), ZipLimits.DEFAULT);
            case NDJSON -> reader.readNdjson("import.ndjson", new ByteArrayInputStream(body));
            default ->
                reader.readCsv(
                        families.get(CSV_FAMILY),
                        "import.csv",
                        new ByteArrayInputStream(TableDecoder.toUtf8(contentType, body)),
                        targets::findBySlug,
                        blankCells);
        };
    }

    @Override
    public Response export() {
        StreamingOutput pack = packWriter::writeZip;
        return Response.ok(pack, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"putokaz-pack.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}

package org.putokaz.sync.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.sync.download.DocumentEdition;
import org.putokaz.sync.download.DocumentWriter;
import org.putokaz.sync.download.EncodedFile;

/**
 * What is signed of a snapshot in its place: that these bytes are the state of this feed at this position.
 *
 * @param iat when the feed came to that position, in seconds since 1970
 * @param size of the snapshot, not coded, in bytes
 * @param sha256 of the same bytes, hexadecimal
 */
@JsonPropertyOrder({"path", "feed", "position", "iat", "size", "sha-256"})
@Schema(hidden = true)
record SnapshotStatement(
        String path,
        UUID feed,
        long position,
        long iat,
        long size,
        @JsonProperty("sha-256") String sha256) {

    /** The {@code typ} of the JWS. */
    static final String TYPE = "putokaz-snapshot";

    static SnapshotStatement of(DocumentEdition edition) {
        DocumentWriter.Written written = edition.written();
        EncodedFile plain = edition.plain();
        return new SnapshotStatement(
                edition.path(),
                written.feed(),
                written.position(),
                written.changedAt().getEpochSecond(),
                plain.size(),
                HexFormat.of().formatHex(plain.digest()));
    }

    String json(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

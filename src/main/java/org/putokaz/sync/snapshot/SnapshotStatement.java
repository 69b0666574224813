package org.putokaz.sync.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.sync.download.DocumentEdition;
import org.putokaz.sync.download.DocumentMetadata;
import org.putokaz.sync.download.EncodedFile;

/**
 * Payload of the JWS of a snapshot: a statement that bytes with this digest are the state of the feed at this position.
 *
 * @param iat when the feed reached the position, in seconds since 1970
 * @param size of the snapshot without a content coding, in bytes
 * @param sha256 of the same bytes, in hexadecimal
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

    /** The {@code typ} header of the JWS. */
    static final String TYPE = "putokaz-snapshot";

    static SnapshotStatement of(DocumentEdition edition) {
        DocumentMetadata metadata = edition.metadata();
        EncodedFile plain = edition.plain();
        return new SnapshotStatement(
                edition.path(),
                metadata.feed(),
                metadata.position(),
                metadata.changedAt().getEpochSecond(),
                plain.size(),
                HexFormat.of().formatHex(plain.digest()));
    }

    String toJson(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

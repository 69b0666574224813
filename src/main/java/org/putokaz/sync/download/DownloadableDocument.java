package org.putokaz.sync.download;

import java.io.IOException;
import java.io.OutputStream;

/** Document that is generated from the published store as a whole, in constant memory. */
public interface DownloadableDocument {

    /** The path and query of its URL, which identify it. */
    String path();

    /** Writes the document as of one position of the feed. Blocks; called on a thread of the document store. */
    DocumentMetadata write(OutputStream out) throws IOException;

    /** The JWS of an edition: of all its bytes, or of a statement with their digest. */
    String sign(DocumentEdition edition) throws IOException;
}

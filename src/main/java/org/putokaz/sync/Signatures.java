package org.putokaz.sync;

/** Where the signature of a document is. */
final class Signatures {

    private Signatures() {}

    /** A {@code Link} (RFC 8288) from the document at that path, with its query, to its signature. */
    static String link(String path) {
        String[] parts = path.split("\\?", 2);
        return '<' + parts[0] + ".jws" + (parts.length > 1 ? "?" + parts[1] : "")
                + ">; rel=\"describedby\"; type=\"application/jose\"";
    }
}

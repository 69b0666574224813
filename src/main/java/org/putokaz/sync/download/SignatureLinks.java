package org.putokaz.sync.download;

/** Where the signature of a document is. */
public final class SignatureLinks {

    private SignatureLinks() {}

    /** A {@code Link} (RFC 8288) from the document at that path, with its query, to its signature. */
    public static String link(String path) {
        String[] parts = path.split("\\?", 2);
        return '<' + parts[0] + ".jws" + (parts.length > 1 ? "?" + parts[1] : "")
                + ">; rel=\"describedby\"; type=\"application/jose\"";
    }
}

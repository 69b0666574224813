package org.putokaz.sync.download;

/** Links from a document to its signature. */
public final class SignatureLinks {

    private SignatureLinks() {}

    /** The {@code Link} (RFC 8288) to the signature of the document with that path and query. */
    public static String link(String path) {
        String[] parts = path.split("\\?", 2);
        return '<' + parts[0] + ".jws" + (parts.length > 1 ? "?" + parts[1] : "")
                + ">; rel=\"describedby\"; type=\"application/jose\"";
    }
}

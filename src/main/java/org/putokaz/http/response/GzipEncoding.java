package org.putokaz.http.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The content coding gzip, the only one offered, and its negotiation by {@code Accept-Encoding} (RFC 9110, section
 * 12.5.3).
 */
public final class GzipEncoding {

    /** Bodies shorter than this are sent as they are: compression would save next to nothing. */
    static final int MIN_BYTES = 1000;

    private static final int MAX_HEADER_LENGTH = 1000;

    private GzipEncoding() {}

    /**
     * False for a missing or overlong header; a weight of zero refuses, and {@code *} accepts unless gzip is refused.
     */
    public static boolean isAcceptedBy(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || acceptEncoding.length() > MAX_HEADER_LENGTH) {
            return false;
        }
        boolean anyAccepted = false;
        for (String element : acceptEncoding.split(",", -1)) {
            String[] parts = element.split(";", -1);
            String coding = parts[0].strip();
            boolean refused = parts.length > 1 && isZeroWeight(parts[1].strip());
            if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
                return !refused;
            }
            anyAccepted |= coding.equals("*") && !refused;
        }
        return anyAccepted;
    }

    private static boolean isZeroWeight(String weight) {
        return weight.equalsIgnoreCase("q=0")
                || weight.equalsIgnoreCase("q=0.0")
                || weight.equalsIgnoreCase("q=0.00")
                || weight.equalsIgnoreCase("q=0.000");
    }

    static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}

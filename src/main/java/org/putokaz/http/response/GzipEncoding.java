package org.putokaz.http.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The one content coding offered, and whether a client takes it (RFC 9110, section 12.5.3). */
public final class GzipEncoding {

    /** Below this many bytes coding saves nothing worth a second representation. */
    static final int LEAST_BYTES = 1000;

    private static final int LONGEST_HEADER = 1000;

    private GzipEncoding() {}

    public static boolean isAcceptedBy(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || acceptEncoding.length() > LONGEST_HEADER) {
            return false;
        }
        boolean any = false;
        for (String element : acceptEncoding.split(",", -1)) {
            String[] parts = element.split(";", -1);
            String coding = parts[0].strip();
            boolean refused = parts.length > 1 && isZero(parts[1].strip());
            if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
                return !refused;
            }
            any |= coding.equals("*") && !refused;
        }
        return any;
    }

    private static boolean isZero(String weight) {
        return weight.equalsIgnoreCase("q=0")
                || weight.equalsIgnoreCase("q=0.0")
                || weight.equalsIgnoreCase("q=0.00")
                || weight.equalsIgnoreCase("q=0.000");
    }

    static byte[] of(byte[] bytes) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return coded.toByteArray();
    }
}

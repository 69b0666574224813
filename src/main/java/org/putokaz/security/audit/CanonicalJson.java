package org.putokaz.security.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Writer of canonical JSON (RFC 8785, JCS). Numbers are IEEE 754 doubles, as in the RFC, so whole numbers are exact up
 * to 2<sup>53</sup>.
 */
final class CanonicalJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CanonicalJson() {}

    static String write(Map<String, ?> object) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(object)).getEncodedString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

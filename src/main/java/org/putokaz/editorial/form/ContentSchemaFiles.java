package org.putokaz.editorial.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** JSON Schema files of content packs, {@code content-pack/schema/<name>.schema.json} on the class path. */
public final class ContentSchemaFiles {

    /** Name of the file with the definitions that several families share. */
    public static final String COMMON = "common";

    private static final String FOLDER = "content-pack/schema/";
    private static final String ENDING = ".schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentSchemaFiles() {}

    /** Name of the file of a family, which is the singular of the family's name: {@code help-guide}. */
    public static String nameFor(String family) {
        return family.substring(0, family.length() - "s".length());
    }

    /** Name of the file that a {@code $ref} leads to, from the file in which it stands. */
    static String nameOfTarget(String ref, String from) {
        String file = ref.substring(0, ref.indexOf('#'));
        return file.isEmpty() ? from : file.substring(0, file.length() - ENDING.length());
    }

    /** JSON pointer that a {@code $ref} leads to in its file. */
    static String pointerOfTarget(String ref) {
        return ref.substring(ref.indexOf('#') + 1);
    }

    /** The schema of a file. */
    public static JsonNode read(String name) {
        String resource = FOLDER + name + ENDING;
        try (InputStream in = ContentSchemaFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return JSON.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

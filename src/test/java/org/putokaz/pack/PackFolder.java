package org.putokaz.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Content pack in a folder, with a manifest. */
final class PackFolder {

    private final Path folder;

    PackFolder(Path folder) {
        this.folder = folder;
        write("pack.yaml", "format: 1\n");
    }

    Path path() {
        return folder;
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The text of a unit's file in five lines; additions begin on line 6. */
    static String unit(UUID id, String slug, String... more) {
        return "id: " + id + "\nslug: " + slug + "\ncontent:\n  name: {sr-Cyrl: Канцеларија}\n  kind: office\n"
                + String.join("", more);
    }

    static String file(String slug) {
        return "organisational-units/" + slug + ".yaml";
    }
}

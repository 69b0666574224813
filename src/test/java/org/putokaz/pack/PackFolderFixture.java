package org.putokaz.pack;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;

/**
 * Base of service tests that write a pack folder file by file and load it. (Quarkus finds a test by the annotation on the
 * class itself, so each subclass carries it.)
 */
abstract class PackFolderFixture {

    @Inject
    PackLoader loader;

    @Inject
    ScratchEntries scratch;

    @TempDir
    Path temporary;

    PackFolder folder;

    /** Unit with a file of its own in the folder. */
    record WrittenUnit(UUID id, String slug, String file) {}

    @BeforeEach
    void createFolder() {
        folder = new PackFolder(temporary);
    }

    @AfterEach
    void withdrawEntries() {
        scratch.withdrawAll();
    }

    /** A new unit without its file; it is withdrawn after the test if it was published. */
    WrittenUnit newUnit(String stem) {
        UUID id = Publishing.newId();
        scratch.withdrawLater(id);
        String slug = ScratchEntries.slug(stem);
        return new WrittenUnit(id, slug, PackFolder.file(slug));
    }

    /** @param more lines of the content, each indented and with its line break */
    void write(WrittenUnit unit, String... more) {
        folder.write(unit.file(), PackFolder.unit(unit.id(), unit.slug(), more));
    }
}

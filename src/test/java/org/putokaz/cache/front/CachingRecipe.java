package org.putokaz.cache.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code blocks of {@code docs/caching.md} as they stand there, by section and language, and what a test puts in place of. */
record CachingRecipe(String text) {

    private static final Path PAGE = Path.of(System.getProperty("putokaz.basedir", "."), "docs", "caching.md");

    /** The only block of that language in a section. */
    static CachingRecipe of(String section, String language) {
        Matcher block = Pattern.compile(
                        "## " + section + "\n(?:(?!\n## ).)*?```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page());
        assertThat(block.find()).as(section + ", " + language).isTrue();
        return new CachingRecipe(block.group(1));
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The block with a port, a folder or a name replaced, which has to be in it once. */
    CachingRecipe with(String documented, String actual) {
        assertThat(text.split(Pattern.quote(documented), -1)).as(documented).hasSize(2);
        return new CachingRecipe(text.replace(documented, actual));
    }
}

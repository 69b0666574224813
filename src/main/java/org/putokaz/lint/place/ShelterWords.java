package org.putokaz.lint.place;

import java.util.regex.Pattern;

/** Words for a shelter, by which a text is known to be about one though its entry is not. */
public final class ShelterWords {

    private static final Pattern WORDS = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:prihvatilist\\p{L}{1,3}|sklonist\\p{L}{1,3}"
                    + "|utocist\\p{L}{1,3}|sigurn\\p{L}{1,3} kuc\\p{L}{1,3}|shelters?|safe[ -]?houses?|refuges?)(?!\\p{L})");

    private ShelterWords() {}

    public static boolean occurIn(String text) {
        return WORDS.matcher(ScriptFolding.fold(text)).find();
    }
}

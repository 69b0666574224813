package org.putokaz.editorial.draft;

import java.util.function.Function;
import org.putokaz.problem.ProblemException;

/** Way of deriving a slug that nobody asked for, and the repetition of writes that lose it to another request. */
enum SlugDerivation {
    /** From the name: the first free one, which another transaction may take at the same time. */
    FROM_NAME,

    /** From the name and a random part: one that no other transaction takes. */
    UNIQUE;

    /** Attempts to write an entry whose derived slug another request takes at the same time. */
    private static final int MAX_ATTEMPTS = 3;

    /**
     * Executes a write that derives slugs, again when another request has taken one meanwhile, and at last so that no other
     * can.
     *
     * @param write a transaction of its own, which is rolled back when it is refused
     */
    static <T> T retry(Function<SlugDerivation, T> write) {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            try {
                return write.apply(FROM_NAME);
            } catch (ProblemException refused) {
                if (!isSlugTaken(refused)) {
                    throw refused;
                }
            }
        }
        return write.apply(UNIQUE);
    }

    private static boolean isSlugTaken(ProblemException refused) {
        return refused.violations().stream()
                .anyMatch(violation -> violation.reason().code().equals("slug-taken"));
    }
}

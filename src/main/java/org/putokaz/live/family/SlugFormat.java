package org.putokaz.live.family;

import java.util.Set;
import java.util.regex.Pattern;
import org.putokaz.http.request.QueryParameterParser;

/** Format of slugs: words of {@code a-z0-9} joined by single hyphens, {@value #MAX_LENGTH} characters at most. */
public final class SlugFormat {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    /** Path segments that mean something else where a slug can be. */
    private static final Set<String> RESERVED = Set.of("tree", "open-now");

    public static final int MAX_LENGTH = 100;

    private SlugFormat() {}

    public static void check(String slug, ContentViolations violations) {
        check("/slug", slug, violations);
    }

    /** Whether a slug can look so; a reserved word can. */
    public static boolean isWellFormed(String slug) {
        return slug.length() <= MAX_LENGTH && SLUG.matcher(slug).matches();
    }

    /** @return whether it is a valid slug; if not, a violation is added */
    public static boolean check(String pointer, String slug, ContentViolations violations) {
        boolean wellFormed = isWellFormed(slug);
        boolean reserved = RESERVED.contains(slug) || QueryParameterParser.isId(slug);
        if (!wellFormed) {
            violations.add(pointer, "not-a-slug", MAX_LENGTH);
        } else if (reserved) {
            violations.add(pointer, "slug-reserved");
        }
        return wellFormed && !reserved;
    }
}

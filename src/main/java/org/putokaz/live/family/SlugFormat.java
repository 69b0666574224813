package org.putokaz.live.family;

import java.util.Set;
import java.util.regex.Pattern;
import org.putokaz.http.request.QueryParameterParser;

/** What a slug looks like: it stands in URLs for ever, so it is kept plain. */
public final class SlugFormat {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    /** Words that stand in the same place of a URL and mean something else there. */
    private static final Set<String> RESERVED = Set.of("tree", "open-now");

    static final int LONGEST = 100;

    private SlugFormat() {}

    public static void check(String slug, ContentViolations check) {
        check("/slug", slug, check);
    }

    /** Whether it is one; where it is not, the check says so. */
    public static boolean check(String pointer, String slug, ContentViolations check) {
        boolean plain = slug.length() <= LONGEST && SLUG.matcher(slug).matches();
        boolean reserved = RESERVED.contains(slug) || QueryParameterParser.isId(slug);
        if (!plain) {
            check.refuse(pointer, "not-a-slug", LONGEST);
        } else if (reserved) {
            check.refuse(pointer, "slug-reserved");
        }
        return plain && !reserved;
    }
}

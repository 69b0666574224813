package org.putokaz.http.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;

/**
 * The condition of a write (RFC 9110, section 13.1.1): the states that the writer has seen. Without it two editors would
 * overwrite each other, so it is demanded (RFC 6585, section 3). {@code *} is refused: it names no state.
 */
public final class IfMatch {

    private static final int LONGEST = 1000;
    private static final Pattern LIST =
            Pattern.compile("\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*(?:,\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*)*+");
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");

    private final List<String> versions;

    private IfMatch(List<String> versions) {
        this.versions = versions;
    }

    /** @throws org.putokaz.problem.ProblemException 428 when it is missing or {@code *}, 400 when it cannot be read */
    public static IfMatch read(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            throw ProblemType.PRECONDITION_REQUIRED.with();
        }
        if (header.length() > LONGEST || !LIST.matcher(header).matches()) {
            throw ProblemType.MALFORMED_REQUEST.because("if-match-unreadable");
        }
        List<String> versions = new ArrayList<>();
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            // Strong comparison: a weak tag matches nothing.
            if (tags.group(1) == null) {
                versions.add(tags.group(2));
            }
        }
        return new IfMatch(versions);
    }

    /** @throws org.putokaz.problem.ProblemException 412 when the thing is in none of the states that the writer has seen */
    public void demand(String present) {
        if (!versions.contains(present)) {
            throw ProblemType.PRECONDITION_FAILED.because("changed-meanwhile").and("present", '"' + present + '"');
        }
    }
}

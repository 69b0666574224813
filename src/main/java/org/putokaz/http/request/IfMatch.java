package org.putokaz.http.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;

/**
 * Parsed {@code If-Match} header of a write (RFC 9110, section 13.1.1): the versions that the client has seen. It is
 * required, so that two editors cannot overwrite each other's work (RFC 6585, section 3); {@code *} is refused, as it
 * names no version.
 */
public final class IfMatch {

    private static final int MAX_LENGTH = 1000;
    private static final Pattern LIST =
            Pattern.compile("\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*(?:,\\s*(?:W/)?\"[\\x21\\x23-\\x7e]*\"\\s*)*+");
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");

    private final List<String> versions;

    private IfMatch(List<String> versions) {
        this.versions = versions;
    }

    /** @throws org.putokaz.problem.ProblemException 428 when it is missing or {@code *}, 400 when it is malformed */
    public static IfMatch parse(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            throw ProblemType.PRECONDITION_REQUIRED.with();
        }
        if (header.length() > MAX_LENGTH || !LIST.matcher(header).matches()) {
            throw ProblemType.MALFORMED_REQUEST.because("if-match-unreadable");
        }
        List<String> versions = new ArrayList<>();
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            // Comparison is strong: a weak tag matches nothing.
            if (tags.group(1) == null) {
                versions.add(tags.group(2));
            }
        }
        return new IfMatch(versions);
    }

    /** @throws org.putokaz.problem.ProblemException 412 when the current version is none that the client has seen */
    public void requireMatch(String currentVersion) {
        if (!versions.contains(currentVersion)) {
            throw ProblemType.PRECONDITION_FAILED
                    .because("changed-meanwhile")
                    .withMember("present", '"' + currentVersion + '"');
        }
    }
}

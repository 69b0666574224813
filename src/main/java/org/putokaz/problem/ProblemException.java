package org.putokaz.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one exception of this service: a {@link ProblemType} that happened, with its particulars. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType problem;
    private final transient Message detail;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> members;

    ProblemException(ProblemType problem, Message detail, List<Violation> violations) {
        this(problem, detail, violations, Map.of());
    }

    private ProblemException(
            ProblemType problem, Message detail, List<Violation> violations, Map<String, Object> members) {
        super(problem.code() + ": " + detail.code() + " " + violations);
        this.problem = problem;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.members = members;
    }

    /** The same failure with one more member in its JSON (RFC 9457, section 3.2). */
    public ProblemException and(String member, Object value) {
        Map<String, Object> more = new TreeMap<>(members);
        more.put(member, value);
        return new ProblemException(problem, detail, violations, more);
    }

    public ProblemType problem() {
        return problem;
    }

    public Message detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> members() {
        return members;
    }
}

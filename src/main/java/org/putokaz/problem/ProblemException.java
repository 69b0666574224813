package org.putokaz.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exception that is answered as a problem (RFC 9457): its {@link ProblemType} and what happened this time. The only
 * exception with which this service refuses a request.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Message detail;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> members;

    ProblemException(ProblemType type, Message detail, List<Violation> violations) {
        this(type, detail, violations, Map.of());
    }

    private ProblemException(
            ProblemType type, Message detail, List<Violation> violations, Map<String, Object> members) {
        super(type.code() + ": " + detail.code() + " " + violations);
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.members = members;
    }

    /** The same problem with one more extension member in its JSON (RFC 9457, section 3.2). */
    public ProblemException withMember(String member, Object value) {
        Map<String, Object> more = new TreeMap<>(members);
        more.put(member, value);
        return new ProblemException(type, detail, violations, more);
    }

    public ProblemType type() {
        return type;
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

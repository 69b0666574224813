package org.putokaz.pack.yaml;

import org.putokaz.problem.Message;

/** Rejection of a file that is no strict YAML, before any of its fields is read. */
public final class MalformedYamlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Message reason;

    MalformedYamlException(int line, String code, Object... arguments) {
        super(code);
        this.line = line;
        this.reason = Message.of(code, arguments);
    }

    public Message reason() {
        return reason;
    }

    /** From 1. */
    public int line() {
        return line;
    }
}

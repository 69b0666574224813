package org.putokaz.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Severity of a finding: its effect on publishing. */
public enum Severity {
    /** The text may not be published as it is. */
    ERROR,
    /** An editor should look; it may be right all the same. */
    WARNING;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.putokaz.pack;

import java.util.List;

/** A pack that cannot be published; the start stops here, and the store is as it was. */
public final class PackRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> complaints;

    PackRefused(List<String> complaints) {
        super("The content pack was refused, nothing was changed:\n  " + String.join("\n  ", complaints));
        this.complaints = List.copyOf(complaints);
    }

    /** Each as {@code file:line: field: reason}. */
    public List<String> complaints() {
        return complaints;
    }
}

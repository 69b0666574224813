package org.putokaz.pack;

import java.util.List;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.locale.Language;
import org.putokaz.pack.read.ImportError;

/** A pack that cannot be published; the start stops here, and the store is as it was. */
public final class PackRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> complaints;

    private PackRejectedException(List<String> complaints) {
        super("The content pack was refused, nothing was changed:\n  " + String.join("\n  ", complaints));
        this.complaints = List.copyOf(complaints);
    }

    static PackRejectedException of(List<ImportError> complaints, MessageCatalogue messages) {
        return new PackRejectedException(complaints.stream()
                .map(complaint -> complaint.text(messages.text(complaint.reason(), Language.EN)))
                .toList());
    }

    /** Each as {@code file:line: field: reason}. */
    public List<String> complaints() {
        return complaints;
    }
}

package org.putokaz.pack;

import java.util.List;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.locale.Language;
import org.putokaz.pack.read.ImportError;

/** Rejection of a whole content pack; the store is as it was. Thrown at startup, it stops the service. */
public final class PackRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    private PackRejectedException(List<String> errors) {
        super("The content pack was rejected, nothing was changed:\n  " + String.join("\n  ", errors));
        this.errors = List.copyOf(errors);
    }

    static PackRejectedException of(List<ImportError> errors, MessageCatalogue messages) {
        return new PackRejectedException(errors.stream()
                .map(error -> error.format(messages.text(error.reason(), Language.EN)))
                .toList());
    }

    /** Each as {@code file:line: field: reason}. */
    public List<String> errors() {
        return errors;
    }
}

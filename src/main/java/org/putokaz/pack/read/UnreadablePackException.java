package org.putokaz.pack.read;

/**
 * Failure to read the files of a pack at all: a missing folder, a file that is too large, a damaged or hostile zip.
 */
public final class UnreadablePackException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ImportError error;

    UnreadablePackException(ImportError error) {
        super(error.file() + ": " + error.reason().code());
        this.error = error;
    }

    UnreadablePackException(String file, String code, Object... arguments) {
        this(ImportError.of(file, 1, code, arguments));
    }

    public ImportError error() {
        return error;
    }
}

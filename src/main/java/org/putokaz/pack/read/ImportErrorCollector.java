package org.putokaz.pack.read;

import java.util.ArrayList;
import java.util.List;

/** Collector of at most {@value #MAX_ERRORS} errors; further ones are only counted. */
public final class ImportErrorCollector {

    static final int MAX_ERRORS = 1000;

    private final List<ImportError> errors = new ArrayList<>();
    private int omitted;

    public void add(ImportError error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        } else {
            omitted++;
        }
    }

    void add(String file, int line, String code, Object... arguments) {
        add(ImportError.of(file, line, code, arguments));
    }

    /** The number of errors, including those that were only counted. */
    int size() {
        return errors.size() + omitted;
    }

    /** The collected errors, followed by one that gives the number of the others, if there are any. */
    public List<ImportError> all() {
        List<ImportError> all = new ArrayList<>(errors);
        if (omitted > 0) {
            ImportError last = errors.get(errors.size() - 1);
            all.add(ImportError.of(last.file(), last.line(), "complaints-left-out", omitted));
        }
        return all;
    }
}

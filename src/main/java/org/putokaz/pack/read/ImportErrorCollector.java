package org.putokaz.pack.read;

import java.util.ArrayList;
import java.util.List;

/** Gathers complaints, but not without end: whoever gets a thousand knows enough. */
public final class ImportErrorCollector {

    static final int MOST = 1000;

    private final List<ImportError> gathered = new ArrayList<>();
    private int left;

    public void add(ImportError complaint) {
        if (gathered.size() < MOST) {
            gathered.add(complaint);
        } else {
            left++;
        }
    }

    void add(String file, int line, String code, Object... arguments) {
        add(ImportError.of(file, line, code, arguments));
    }

    /** How many there are, told or not. */
    int size() {
        return gathered.size() + left;
    }

    /** The last of them says how many more there are, if there are. */
    public List<ImportError> all() {
        List<ImportError> all = new ArrayList<>(gathered);
        if (left > 0) {
            ImportError last = gathered.get(gathered.size() - 1);
            all.add(ImportError.of(last.file(), last.line(), "complaints-left-out", left));
        }
        return all;
    }
}

package org.putokaz.pack;

import java.util.ArrayList;
import java.util.List;

/** Gathers complaints, but not without end: whoever gets a thousand knows enough. */
final class Complaints {

    static final int MOST = 1000;

    private final List<Complaint> gathered = new ArrayList<>();
    private int left;

    void add(Complaint complaint) {
        if (gathered.size() < MOST) {
            gathered.add(complaint);
        } else {
            left++;
        }
    }

    void add(String file, int line, String code, Object... arguments) {
        add(Complaint.of(file, line, code, arguments));
    }

    /** How many there are, told or not. */
    int size() {
        return gathered.size() + left;
    }

    /** The last of them says how many more there are, if there are. */
    List<Complaint> all() {
        List<Complaint> all = new ArrayList<>(gathered);
        if (left > 0) {
            Complaint last = gathered.get(gathered.size() - 1);
            all.add(Complaint.of(last.file(), last.line(), "complaints-left-out", left));
        }
        return all;
    }
}

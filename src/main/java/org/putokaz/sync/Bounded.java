package org.putokaz.sync;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.putokaz.problem.Problem;

/** Refuses to grow past a size. */
final class Bounded extends FilterOutputStream {

    private final long most;
    private long written;

    Bounded(OutputStream out, long most) {
        super(out);
        this.most = most;
    }

    private void grow(int bytes) {
        written += bytes;
        if (written > most) {
            throw Problem.CONFLICT.because("bundle-too-large");
        }
    }

    @Override
    public void write(int one) throws IOException {
        grow(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        grow(length);
        out.write(bytes, offset, length);
    }
}

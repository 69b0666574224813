package org.putokaz.sync.download;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.putokaz.problem.ProblemType;

/** Refuses to grow past a size. */
public final class SizeLimitedOutputStream extends FilterOutputStream {

    private final long most;
    private long written;

    public SizeLimitedOutputStream(OutputStream out, long most) {
        super(out);
        this.most = most;
    }

    private void grow(int bytes) {
        written += bytes;
        if (written > most) {
            throw ProblemType.CONFLICT.because("bundle-too-large");
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

package org.putokaz.sync.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.putokaz.problem.ProblemType;

/** Output stream that fails with 409 when more than a maximum of bytes is written. */
final class SizeLimitedOutputStream extends FilterOutputStream {

    private final long maxBytes;
    private long written;

    SizeLimitedOutputStream(OutputStream out, long maxBytes) {
        super(out);
        this.maxBytes = maxBytes;
    }

    private void count(int bytes) {
        written += bytes;
        if (written > maxBytes) {
            throw ProblemType.CONFLICT.because("bundle-too-large");
        }
    }

    @Override
    public void write(int value) throws IOException {
        count(1);
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }
}

package org.putokaz.sync.download;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPOutputStream;

/** Writes a document into two files at once, as it is and zipped, and takes the digest of both on the way. */
public final class DocumentFileWriter {

    private static final int BUFFER = 64 * 1024;

    private DocumentFileWriter() {}

    static DocumentEdition write(DocumentWriter author, Path folder) throws IOException {
        Path plain = Files.createTempFile(folder, "edition", "");
        Path zipped = Files.createTempFile(folder, "edition", ".gz");
        try {
            MessageDigest ofPlain = sha256();
            MessageDigest ofZipped = sha256();
            DocumentWriter.Written written;
            try (OutputStream one = digested(plain, ofPlain);
                    OutputStream other = new GZIPOutputStream(digested(zipped, ofZipped), BUFFER);
                    OutputStream both = new BufferedOutputStream(new Both(one, other), BUFFER)) {
                written = author.write(both);
            }
            return new DocumentEdition(
                    author,
                    written,
                    new EncodedFile(plain, false, Files.size(plain), ofPlain.digest()),
                    new EncodedFile(zipped, true, Files.size(zipped), ofZipped.digest()));
        } catch (IOException | RuntimeException | Error failed) {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(zipped);
            throw failed;
        }
    }

    private static OutputStream digested(Path file, MessageDigest digest) throws IOException {
        return new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), digest);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Both extends FilterOutputStream {

        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            super(one);
            this.other = other;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            other.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            other.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

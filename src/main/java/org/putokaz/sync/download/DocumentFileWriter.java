package org.putokaz.sync.download;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;
import org.putokaz.common.Sha256;

/** Writer of a document into two files in one pass, plain and gzip, with the digest of each. */
final class DocumentFileWriter {

    private static final int BUFFER_BYTES = 64 * 1024;

    private DocumentFileWriter() {}

    /** Deletes the files when writing fails. */
    static DocumentEdition write(DownloadableDocument document, Path directory) throws IOException {
        Path plain = Files.createTempFile(directory, "edition", "");
        Path gzip = Files.createTempFile(directory, "edition", ".gz");
        try {
            MessageDigest plainDigest = Sha256.newDigest();
            MessageDigest gzipDigest = Sha256.newDigest();
            DocumentMetadata metadata;
            try (OutputStream plainOut = digesting(plain, plainDigest);
                    OutputStream gzipOut = new GZIPOutputStream(digesting(gzip, gzipDigest), BUFFER_BYTES);
                    OutputStream out = new BufferedOutputStream(new TeeOutputStream(plainOut, gzipOut), BUFFER_BYTES)) {
                metadata = document.write(out);
            }
            return new DocumentEdition(
                    document,
                    metadata,
                    new EncodedFile(plain, false, Files.size(plain), plainDigest.digest()),
                    new EncodedFile(gzip, true, Files.size(gzip), gzipDigest.digest()));
        } catch (IOException | RuntimeException | Error failed) {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(gzip);
            throw failed;
        }
    }

    private static OutputStream digesting(Path file, MessageDigest digest) throws IOException {
        return new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES), digest);
    }

    /** Stream that writes to two others and closes neither. */
    private static final class TeeOutputStream extends FilterOutputStream {

        private final OutputStream second;

        TeeOutputStream(OutputStream first, OutputStream second) {
            super(first);
            this.second = second;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            second.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            second.write(bytes, offset, length);
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

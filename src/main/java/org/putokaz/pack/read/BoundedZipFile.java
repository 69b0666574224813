package org.putokaz.pack.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Factory of {@link ZipFile}s over archives whose central directory (APPNOTE.TXT 6.3.10, section 4.3) is small enough
 * to be parsed. The library allocates some twenty bytes for each byte of the directory, without an upper bound. So
 * the end record is read here first: it must be the last record of the archive, stand directly behind the directory,
 * and promise no more entries and bytes than the limits allow.
 */
final class BoundedZipFile {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT_LENGTH = 0xFFFF;
    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ZIP64_LOCATOR_LENGTH = 20;
    /** A header of 46 bytes with a long name and the times that packers add, on the average of all entries. */
    private static final long MAX_BYTES_PER_ENTRY = 256;

    private BoundedZipFile() {}

    static ZipFile open(byte[] bytes, ZipLimits limits) throws UnreadablePackException {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = findEndRecord(zip);
        int count = zip.getShort(end + 10) & 0xFFFF;
        long length = zip.getInt(end + 12) & 0xFFFFFFFFL;
        long start = zip.getInt(end + 16) & 0xFFFFFFFFL;
        if (count > limits.files()) {
            throw new UnreadablePackException("", "zip-too-many-files", limits.files());
        }
        if (start + length != end || length > limits.files() * MAX_BYTES_PER_ENTRY || isZip64(zip, end)) {
            throw new UnreadablePackException("", "zip-damaged");
        }
        ZipFile file = parse(new SeekableInMemoryByteChannel(bytes), end);
        if (file.stream().count() != count) {
            ZipFile.closeQuietly(file);
            throw new UnreadablePackException("", "zip-damaged");
        }
        return file;
    }

    private static int findEndRecord(ByteBuffer zip) throws UnreadablePackException {
        int last = zip.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT_LENGTH); at--) {
            if (zip.getInt(at) == END_SIGNATURE && at + (zip.getShort(at + 20) & 0xFFFF) == last) {
                return at;
            }
        }
        throw new UnreadablePackException("", "not-a-zip");
    }

    /** Whether the library would look for the directory elsewhere, by the record that Zip64 adds. */
    private static boolean isZip64(ByteBuffer zip, int end) {
        return end >= ZIP64_LOCATOR_LENGTH && zip.getInt(end - ZIP64_LOCATOR_LENGTH) == ZIP64_LOCATOR_SIGNATURE;
    }

    /** Without the comment, in which the library would find a second end record. */
    private static ZipFile parse(SeekableInMemoryByteChannel channel, int end) throws UnreadablePackException {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(channel.truncate(end + END_LENGTH))
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException malformed) {
            // Unchecked too: that is how the library and java.util.zip.ZipEntry refuse some impossible values.
            throw new UnreadablePackException("", "zip-damaged");
        }
    }
}

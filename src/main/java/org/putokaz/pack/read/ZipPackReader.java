package org.putokaz.pack.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reader of a pack in a zip, which is unpacked in memory. A zip with anything that a zip of plain files does not have
 * is refused as a whole.
 *
 * <p>Commons Compress parses and inflates. What it does not limit or compare is done here and in the two classes that
 * this one uses: the size of the zip and of its directory ({@link BoundedZipFile}); names, types and overlaps of the
 * entries ({@link ZipEntryValidator}); the unpacked sizes and the ratio, before unpacking; the name in front of the
 * data, the true size and the checksum; archives within the archive.
 */
final class ZipPackReader {

    private static final int LOCAL_HEADER_SIGNATURE = 0x04034b50;
    private static final int LOCAL_HEADER_LENGTH = 30;
    /** Small files may be packed as densely as they like. */
    private static final int RATIO_THRESHOLD = 64 * 1024;
    /** Added by operating systems. */
    private static final Set<String> SYSTEM_FILES = Set.of("__MACOSX", ".DS_Store", "Thumbs.db");
    /** First bytes of zip, empty zip, gzip, 7z, xz, bzip2 and zstd. */
    private static final List<byte[]> ARCHIVE_SIGNATURES = List.of(
            new byte[] {'P', 'K', 3, 4},
            new byte[] {'P', 'K', 5, 6},
            new byte[] {0x1F, (byte) 0x8B},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            new byte[] {(byte) 0xFD, '7', 'z', 'X'},
            new byte[] {'B', 'Z', 'h'},
            new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD});

    private final ZipFile zip;
    private final ByteBuffer bytes;
    private final ZipLimits limits;
    private long totalBytes;

    private ZipPackReader(ZipFile zip, byte[] bytes, ZipLimits limits) {
        this.zip = zip;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    /**
     * Entry with its name as it stands in the directory; the library's own replaces backslashes and what is not UTF-8.
     */
    record NamedEntry(String name, ZipArchiveEntry entry) {}

    static List<PackFile> read(InputStream in, ZipLimits limits) throws UnreadablePackException {
        byte[] bytes = readAll(in, limits);
        try (ZipFile zip = BoundedZipFile.open(bytes, limits)) {
            return withoutRootFolder(new ZipPackReader(zip, bytes, limits).files());
        } catch (IOException notClosed) {
            throw new UnreadablePackException("", "zip-damaged");
        }
    }

    private static byte[] readAll(InputStream in, ZipLimits limits) throws UnreadablePackException {
        try {
            byte[] bytes = in.readNBytes(limits.zipBytes() + 1);
            if (bytes.length > limits.zipBytes()) {
                throw new UnreadablePackException("", "file-larger-than", limits.zipBytes());
            }
            return bytes;
        } catch (IOException interrupted) {
            throw new UnreadablePackException("", "zip-damaged");
        }
    }

    private List<PackFile> files() throws UnreadablePackException {
        List<NamedEntry> entries = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            entries.add(new NamedEntry(decodeName(entry), entry));
        }
        ZipEntryValidator.validate(entries);
        List<PackFile> files = new ArrayList<>();
        for (NamedEntry named : entries) {
            if (!named.name().endsWith("/") && !isSystemFile(named.name())) {
                files.add(new PackFile(named.name(), unpack(named.name(), named.entry())));
            }
        }
        return files;
    }

    private static String decodeName(ZipArchiveEntry entry) throws UnreadablePackException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(entry.getRawName()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadablePackException("", "zip-name-not-utf-8");
        }
    }

    private static boolean isSystemFile(String name) {
        return SYSTEM_FILES.contains(name.split("/", 2)[0])
                || SYSTEM_FILES.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    private byte[] unpack(String name, ZipArchiveEntry entry) throws UnreadablePackException {
        long size = entry.getSize();
        totalBytes += size;
        boolean tooDense = size > RATIO_THRESHOLD && size > entry.getCompressedSize() * limits.ratio();
        if (size > limits.fileBytes() || totalBytes > limits.totalBytes() || tooDense) {
            throw new UnreadablePackException(name, "zip-bomb");
        }
        byte[] content = inflate(name, entry);
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != entry.getCrc()) {
            throw new UnreadablePackException(name, "zip-crc");
        }
        if (isArchive(content)) {
            throw new UnreadablePackException(name, "zip-in-zip");
        }
        return content;
    }

    /** The size is only promised: one byte more is asked for, and none must come. */
    private byte[] inflate(String name, ZipArchiveEntry entry) throws UnreadablePackException {
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] read = content.readNBytes((int) entry.getSize() + 1);
            if (read.length == entry.getSize() && hasLocalHeader(entry)) {
                return read;
            }
        } catch (IOException | RuntimeException malformed) {
            // The same as a wrong size.
        }
        throw new UnreadablePackException(name, "zip-damaged");
    }

    /** Whether the header in front of the data names the same file as the directory does. */
    private boolean hasLocalHeader(ZipArchiveEntry entry) {
        int header = (int) entry.getLocalHeaderOffset();
        byte[] name = entry.getRawName();
        return bytes.getInt(header) == LOCAL_HEADER_SIGNATURE
                && (bytes.getShort(header + 26) & 0xFFFF) == name.length
                && bytes.slice(header + LOCAL_HEADER_LENGTH, name.length).equals(ByteBuffer.wrap(name));
    }

    private static boolean isArchive(byte[] content) {
        return ARCHIVE_SIGNATURES.stream()
                .anyMatch(
                        first -> Arrays.equals(first, Arrays.copyOf(content, Math.min(first.length, content.length))));
    }

    /** The files of YAML in the order of their paths, relative to the folder that holds the manifest. */
    private static List<PackFile> withoutRootFolder(List<PackFile> files) {
        List<PackFile> yaml = files.stream()
                .filter(file -> file.path().endsWith(".yaml"))
                .sorted(Comparator.comparing(PackFile::path))
                .toList();
        String root = yaml.isEmpty() ? "" : yaml.get(0).path().split("/", 2)[0] + "/";
        boolean wrapped = yaml.stream().allMatch(file -> file.path().startsWith(root))
                && yaml.stream().anyMatch(file -> file.path().equals(root + PackReader.MANIFEST));
        return wrapped
                ? yaml.stream()
                        .map(file -> new PackFile(file.path().substring(root.length()), file.bytes()))
                        .toList()
                : yaml;
    }
}

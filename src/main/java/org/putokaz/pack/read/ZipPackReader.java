package org.putokaz.pack.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A pack in a zip, unpacked in memory. Whatever a zip of plain files does not have is refused, with all of the zip. */
final class ZipPackReader {

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** Bit 0 encrypted, bit 6 strongly encrypted, bit 13 with a hidden directory. */
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;

    private static final int FILE_TYPE = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int FREE_OF_RATIO = 64 * 1024;
    /** What a computer puts into a zip by itself. */
    private static final Set<String> CLUTTER = Set.of("__MACOSX", ".DS_Store", "Thumbs.db");

    private final ByteBuffer zip;
    private final ZipLimits limits;
    private long total;

    private ZipPackReader(byte[] bytes, ZipLimits limits) {
        this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    static List<PackSource.File> files(InputStream in, ZipLimits limits) throws PackSource.Unusable {
        byte[] bytes = bytes(in, limits);
        List<ZipCentralDirectory.Item> items = ZipCentralDirectory.read(bytes, limits.files());
        refuseHidden(items);
        ZipPackReader pack = new ZipPackReader(bytes, limits);
        List<PackSource.File> files = new ArrayList<>();
        for (ZipCentralDirectory.Item item : items) {
            if (!item.name().endsWith("/") && !isClutter(item.name())) {
                files.add(new PackSource.File(item.name(), pack.unpacked(item)));
            }
        }
        return ZipRootFolder.yaml(files);
    }

    private static byte[] bytes(InputStream in, ZipLimits limits) throws PackSource.Unusable {
        try {
            byte[] bytes = in.readNBytes(limits.zipBytes() + 1);
            if (bytes.length > limits.zipBytes()) {
                throw new PackSource.Unusable("", "file-larger-than", limits.zipBytes());
            }
            return bytes;
        } catch (IOException brokenOff) {
            throw new PackSource.Unusable("", "zip-damaged");
        }
    }

    private static boolean isClutter(String name) {
        return CLUTTER.contains(name.split("/", 2)[0]) || CLUTTER.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    /** What the names and attributes tell by themselves. */
    private static void refuseHidden(List<ZipCentralDirectory.Item> items) throws PackSource.Unusable {
        Set<String> names = new HashSet<>();
        for (ZipCentralDirectory.Item item : items) {
            if (!ZipRootFolder.isPlain(item.name())) {
                throw new PackSource.Unusable(item.name(), "zip-name-not-plain");
            }
            // Not even by case: where such a zip is unpacked by hand one file would stand for both.
            if (!names.add(item.name().toLowerCase(Locale.ROOT))) {
                throw new PackSource.Unusable(item.name(), "zip-name-twice");
            }
            int type = item.unixMode() & FILE_TYPE;
            if (type != 0 && type != REGULAR && type != FOLDER) {
                throw new PackSource.Unusable(item.name(), "zip-link");
            }
            if ((item.flags() & ENCRYPTED) != 0) {
                throw new PackSource.Unusable(item.name(), "zip-encrypted");
            }
            if (item.method() != STORED && item.method() != DEFLATED) {
                throw new PackSource.Unusable(item.name(), "zip-method", item.method());
            }
        }
        refuseShared(items);
    }

    /** Two files in the same bytes: the trick by which a small zip holds petabytes. */
    private static void refuseShared(List<ZipCentralDirectory.Item> items) throws PackSource.Unusable {
        List<ZipCentralDirectory.Item> inOrder = items.stream()
                .sorted(Comparator.comparingLong(ZipCentralDirectory.Item::header))
                .toList();
        long free = 0;
        for (ZipCentralDirectory.Item item : inOrder) {
            if (item.header() < free) {
                throw new PackSource.Unusable(item.name(), "zip-damaged");
            }
            free = item.header() + LOCAL_LENGTH + item.packed();
        }
    }

    private byte[] unpacked(ZipCentralDirectory.Item item) throws PackSource.Unusable {
        int data = data(item);
        boolean tooLarge = item.size() > limits.fileBytes();
        boolean tooMuch = (total += item.size()) > limits.totalBytes();
        boolean tooDense = item.size() > FREE_OF_RATIO && item.size() > item.packed() * limits.ratio();
        if (tooLarge || tooMuch || tooDense) {
            throw new PackSource.Unusable(item.name(), "zip-bomb");
        }
        // The size is only promised; one byte more than that is a lie and not asked for.
        byte[] bytes = item.method() == STORED ? stored(item, data) : inflated(item, data);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (crc.getValue() != item.crc()) {
            throw new PackSource.Unusable(item.name(), "zip-crc");
        }
        if (ZipRootFolder.isArchive(bytes)) {
            throw new PackSource.Unusable(item.name(), "zip-in-zip");
        }
        return bytes;
    }

    /** Where the data begins: behind the local header, which must be of the same file. */
    private int data(ZipCentralDirectory.Item item) throws PackSource.Unusable {
        long at = item.header();
        if (at + LOCAL_LENGTH > zip.limit() || zip.getInt((int) at) != LOCAL) {
            throw new PackSource.Unusable(item.name(), "zip-damaged");
        }
        int nameLength = zip.getShort((int) at + 26) & 0xFFFF;
        long data = at + LOCAL_LENGTH + nameLength + (zip.getShort((int) at + 28) & 0xFFFF);
        byte[] name = item.name().getBytes(StandardCharsets.UTF_8);
        if (data + item.packed() > zip.limit()
                || !zip.slice((int) at + LOCAL_LENGTH, nameLength).equals(ByteBuffer.wrap(name))) {
            throw new PackSource.Unusable(item.name(), "zip-damaged");
        }
        return (int) data;
    }

    private byte[] stored(ZipCentralDirectory.Item item, int data) throws PackSource.Unusable {
        if (item.packed() != item.size()) {
            throw new PackSource.Unusable(item.name(), "zip-damaged");
        }
        byte[] bytes = new byte[(int) item.size()];
        zip.get(data, bytes);
        return bytes;
    }

    private byte[] inflated(ZipCentralDirectory.Item item, int data) throws PackSource.Unusable {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip.slice(data, (int) item.packed()));
            byte[] bytes = new byte[(int) item.size() + 1];
            int length = 0;
            int more;
            while (length < bytes.length && (more = inflater.inflate(bytes, length, bytes.length - length)) > 0) {
                length += more;
            }
            if (length != item.size() || !inflater.finished()) {
                throw new PackSource.Unusable(item.name(), "zip-damaged");
            }
            return Arrays.copyOf(bytes, length);
        } catch (DataFormatException damaged) {
            throw new PackSource.Unusable(item.name(), "zip-damaged");
        } finally {
            inflater.end();
        }
    }
}

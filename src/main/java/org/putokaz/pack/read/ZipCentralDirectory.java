package org.putokaz.pack.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip (APPNOTE.TXT 6.3.10, section 4.3). Read by itself, as the streams of the JDK do not show
 * what a hostile zip hides in it: links, other names than in front of the data, files that share their data.
 */
final class ZipCentralDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP64 = 0xFFFF;

    private final ByteBuffer zip;

    private ZipCentralDirectory(byte[] bytes) {
        zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * One file in the zip, as the directory tells.
     *
     * @param flags general purpose bits
     * @param method 0 stored, 8 deflated
     * @param packed its bytes in the zip; {@code size} unpacked
     * @param unixMode 0 where the zip was not made on Unix
     * @param header where its local header begins
     */
    record Item(String name, int flags, int method, long crc, long packed, long size, int unixMode, long header) {}

    static List<Item> read(byte[] bytes, int most) throws PackSource.Unusable {
        ZipCentralDirectory directory = new ZipCentralDirectory(bytes);
        int end = directory.end();
        int count = directory.zip.getShort(end + 10) & 0xFFFF;
        long start = directory.zip.getInt(end + 16) & 0xFFFFFFFFL;
        if (count > most || count == ZIP64) {
            throw new PackSource.Unusable("", "zip-too-many-files", most);
        }
        return directory.items(count, start, end);
    }

    private int end() throws PackSource.Unusable {
        for (int at = zip.limit() - END_LENGTH; at >= Math.max(0, zip.limit() - END_LENGTH - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END && at + END_LENGTH + (zip.getShort(at + 20) & 0xFFFF) == zip.limit()) {
                return at;
            }
        }
        throw new PackSource.Unusable("", "not-a-zip");
    }

    private List<Item> items(int count, long start, int end) throws PackSource.Unusable {
        List<Item> items = new ArrayList<>();
        long at = start;
        for (int i = 0; i < count; i++) {
            if (at + HEADER_LENGTH > end || zip.getInt((int) at) != HEADER) {
                throw new PackSource.Unusable("", "zip-damaged");
            }
            Item item = item((int) at, end);
            items.add(item);
            at += HEADER_LENGTH + lengths((int) at);
        }
        return items;
    }

    private int lengths(int at) {
        return (zip.getShort(at + 28) & 0xFFFF) + (zip.getShort(at + 30) & 0xFFFF) + (zip.getShort(at + 32) & 0xFFFF);
    }

    private Item item(int at, int end) throws PackSource.Unusable {
        if (at + HEADER_LENGTH + lengths(at) > end) {
            throw new PackSource.Unusable("", "zip-damaged");
        }
        boolean unix = zip.get(at + 5) == 3;
        return new Item(
                name(at + HEADER_LENGTH, zip.getShort(at + 28) & 0xFFFF),
                zip.getShort(at + 8) & 0xFFFF,
                zip.getShort(at + 10) & 0xFFFF,
                zip.getInt(at + 16) & 0xFFFFFFFFL,
                zip.getInt(at + 20) & 0xFFFFFFFFL,
                zip.getInt(at + 24) & 0xFFFFFFFFL,
                unix ? zip.getInt(at + 38) >>> 16 : 0,
                zip.getInt(at + 42) & 0xFFFFFFFFL);
    }

    private String name(int from, int length) throws PackSource.Unusable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(zip.slice(from, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new PackSource.Unusable("", "zip-name-not-utf-8");
        }
    }
}

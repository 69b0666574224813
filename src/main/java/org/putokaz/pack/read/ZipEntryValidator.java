package org.putokaz.pack.read;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Check of everything that the directory of a zip says about its entries, before any of them is unpacked: plain
 * paths, no name twice, regular files only, no encryption, stored or deflated, and no bytes shared by two entries.
 * The library reports all of this and refuses none of it.
 */
final class ZipEntryValidator {

    private static final int MAX_NAME_LENGTH = 300;
    private static final int LOCAL_HEADER_LENGTH = 30;
    /** Bit 0: encrypted, bit 6: strongly encrypted, bit 13: with a hidden directory. */
    private static final int ENCRYPTION_FLAGS = 1 | 1 << 6 | 1 << 13;

    private static final int FILE_TYPE_MASK = 0xF000;
    private static final Set<Integer> ALLOWED_FILE_TYPES = Set.of(0, 0x4000, 0x8000);
    private static final Set<Integer> ALLOWED_METHODS = Set.of(ZipArchiveEntry.STORED, ZipArchiveEntry.DEFLATED);

    private ZipEntryValidator() {}

    static void validate(List<ZipPackReader.NamedEntry> entries) throws UnreadablePackException {
        Set<String> names = new HashSet<>();
        for (ZipPackReader.NamedEntry named : entries) {
            if (!isPlainPath(named.name())) {
                throw new UnreadablePackException(named.name(), "zip-name-not-plain");
            }
            // Also where only the case differs: some file systems would unpack both to one file.
            if (!names.add(named.name().toLowerCase(Locale.ROOT))) {
                throw new UnreadablePackException(named.name(), "zip-name-twice");
            }
            requirePlainFile(named.name(), named.entry());
        }
        requireDisjoint(entries);
    }

    /** A path downwards: not absolute, not upwards, not of another system, without characters that do not show. */
    private static boolean isPlainPath(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || name.startsWith("/") || name.indexOf('\\') >= 0) {
            return false;
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String step : path.split("/", -1)) {
            if (step.isEmpty() || step.equals(".") || step.equals("..") || step.indexOf(':') >= 0) {
                return false;
            }
        }
        return name.codePoints()
                .noneMatch(character -> Character.isISOControl(character)
                        || Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.UNASSIGNED);
    }

    private static void requirePlainFile(String name, ZipArchiveEntry entry) throws UnreadablePackException {
        if (!ALLOWED_FILE_TYPES.contains(entry.getUnixMode() & FILE_TYPE_MASK)) {
            throw new UnreadablePackException(name, "zip-link");
        }
        if ((entry.getRawFlag() & ENCRYPTION_FLAGS) != 0) {
            throw new UnreadablePackException(name, "zip-encrypted");
        }
        if (!ALLOWED_METHODS.contains(entry.getMethod())) {
            throw new UnreadablePackException(name, "zip-method", entry.getMethod());
        }
    }

    /** Entries that share their bytes are how a small zip unpacks to petabytes. */
    private static void requireDisjoint(List<ZipPackReader.NamedEntry> entries) throws UnreadablePackException {
        List<ZipPackReader.NamedEntry> inOrder = entries.stream()
                .sorted(Comparator.comparingLong(named -> named.entry().getLocalHeaderOffset()))
                .toList();
        long free = 0;
        for (ZipPackReader.NamedEntry named : inOrder) {
            ZipArchiveEntry entry = named.entry();
            if (entry.getLocalHeaderOffset() < free || entry.getCompressedSize() > Integer.MAX_VALUE) {
                throw new UnreadablePackException(named.name(), "zip-damaged");
            }
            free = entry.getLocalHeaderOffset() + LOCAL_HEADER_LENGTH + entry.getCompressedSize();
        }
    }
}

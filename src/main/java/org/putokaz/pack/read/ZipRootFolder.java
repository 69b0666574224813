package org.putokaz.pack.read;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The names in a zip: which are plain, and which is the pack's own folder. */
final class ZipRootFolder {

    private static final int LONGEST = 300;
    private static final List<byte[]> ARCHIVES = List.of(
            new byte[] {'P', 'K', 3, 4},
            new byte[] {'P', 'K', 5, 6},
            new byte[] {0x1F, (byte) 0x8B},
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            new byte[] {(byte) 0xFD, '7', 'z', 'X'},
            new byte[] {'B', 'Z', 'h'},
            new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD});

    private ZipRootFolder() {}

    /** A path downwards: not absolute, not up, not of another system, nothing in it that does not show. */
    static boolean isPlain(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.startsWith("/") || name.indexOf('\\') >= 0) {
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

    /** By the first bytes of zip, gzip, 7z, xz, bzip2 and zstd. */
    static boolean isArchive(byte[] bytes) {
        return ARCHIVES.stream()
                .anyMatch(first -> Arrays.equals(first, Arrays.copyOf(bytes, Math.min(first.length, bytes.length))));
    }

    /** The files of YAML, from the folder that the manifest lies in: people pack the folder and not what is in it. */
    static List<PackSource.File> yaml(List<PackSource.File> files) {
        List<PackSource.File> yaml = files.stream()
                .filter(file -> file.path().endsWith(".yaml"))
                .sorted(Comparator.comparing(PackSource.File::path))
                .toList();
        String first = yaml.isEmpty() ? "" : yaml.get(0).path().split("/", 2)[0] + "/";
        boolean wrapped = yaml.stream().allMatch(file -> file.path().startsWith(first))
                && yaml.stream().anyMatch(file -> file.path().equals(first + PackReader.MANIFEST));
        return wrapped
                ? yaml.stream()
                        .map(file -> new PackSource.File(file.path().substring(first.length()), file.bytes()))
                        .toList()
                : yaml;
    }
}

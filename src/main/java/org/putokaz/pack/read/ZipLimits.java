package org.putokaz.pack.read;

/**
 * Upper bounds of a zip, above which it is taken for an attack.
 *
 * @param zipBytes of the zip itself
 * @param files entries of any kind
 * @param fileBytes of one file, unpacked
 * @param totalBytes of all files, unpacked
 * @param ratio unpacked to packed size of a file that is larger than 64 KiB
 */
public record ZipLimits(int zipBytes, int files, int fileBytes, long totalBytes, int ratio) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** More than the pack of any institution. Text shrinks to a tenth; to a hundredth only what was made for it. */
    public static final ZipLimits DEFAULT =
            new ZipLimits(32 * MEBIBYTE, 20_000, PackSource.MAX_FILE_BYTES, 256L * MEBIBYTE, 100);
}

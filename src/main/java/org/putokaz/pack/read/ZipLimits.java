package org.putokaz.pack.read;

/**
 * How much a zip may hold before it is taken for an attack.
 *
 * @param zipBytes of the zip itself
 * @param files entries of any kind
 * @param fileBytes of one file, unpacked
 * @param totalBytes of all files, unpacked
 * @param ratio how many times larger than its packed form a file may be, once it is larger than 64 KiB
 */
public record ZipLimits(int zipBytes, int files, int fileBytes, long totalBytes, int ratio) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** More than any institution's pack. Text is packed to a tenth; a hundred times is made by machines. */
    public static final ZipLimits USUAL =
            new ZipLimits(32 * MEBIBYTE, 20_000, PackSource.LARGEST, 256L * MEBIBYTE, 100);
}

package org.putokaz.pack.read;

/**
 * File of a content pack, held in memory as a whole.
 *
 * @param path relative to the pack's root folder, with slashes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record PackFile(String path, byte[] bytes) {}

/**
 * Parsers of content packs and other imports. The entry points are {@link org.putokaz.pack.read.PackReader} for the
 * pack of a service and {@link org.putokaz.pack.read.ImportReader} for the uploads of editors; both return an {@link
 * org.putokaz.pack.read.ImportResult}, and neither touches the store.
 *
 * <ol>
 *   <li>{@code PackSource} loads the files of a pack from the jar, a folder or a zip. A zip goes through {@code
 *       ZipPackReader}, {@code BoundedZipFile} and {@code ZipEntryValidator}, within {@code ZipLimits}.
 *   <li>{@code PackReader} parses each YAML file, {@code NdjsonReader} each line, to an {@code EntryEnvelope}.
 *       {@code EntryHistoryValidator} checks it, and {@code ImportedEntryFactory} makes an {@code ImportedEntry} of it.
 *   <li>{@code CsvTableReader} parses a table by {@code CsvHeader}, {@code CsvRowReader} and {@code CsvCellReader} to
 *       entries whose content is a merge patch.
 *   <li>Errors carry their {@code SourceLocation} and are gathered by {@code ImportErrorCollector}.
 * </ol>
 */
@NullMarked
package org.putokaz.pack.read;

import org.jspecify.annotations.NullMarked;

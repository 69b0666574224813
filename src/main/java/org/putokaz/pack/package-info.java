/**
 * Content packs: the published content as YAML files, one for each entry, which people can read and edit. At startup
 * {@link org.putokaz.pack.PackLoader} takes the configured pack through {@code pack.read}, and {@code PackPublisher}
 * publishes what changed in one transaction. {@code pack.read} also parses the imports of editors, {@code pack.write}
 * exports a pack, and {@code pack.yaml} reads and writes the YAML of both.
 */
@NullMarked
package org.putokaz.pack;

import org.jspecify.annotations.NullMarked;

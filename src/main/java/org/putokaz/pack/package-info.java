/**
 * Content packs: folders of YAML that a person can read and edit, one file an entry. A pack is published through the
 * same door as everything else.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.pack;

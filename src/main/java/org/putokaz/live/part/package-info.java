/**
 * Parts of an entry that have an id, a slug and an address of their own and are published with it: the steps of a guide, the
 * services of a unit. {@link org.putokaz.live.part.PartIdentityChecker} checks ids and slugs before publication,
 * {@link org.putokaz.live.part.PartRepository} keeps a row for each part that an entry has or had, {@link
 * org.putokaz.live.part.PartResolver} finds the part that a URL names, and {@link org.putokaz.live.part.PartChannels} knows the
 * contact channels that parts name.
 */
@NullMarked
package org.putokaz.live.part;

import org.jspecify.annotations.NullMarked;

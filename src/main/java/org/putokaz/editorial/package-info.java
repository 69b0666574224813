/**
 * What editors do before the public sees anything: drafts and their revisions, review, the gate before publishing,
 * publishing sets, schedules. One engine serves all families; what it publishes goes through {@link
 * org.putokaz.live.write.LiveStore} like everything else. Nothing that answers the public may use this package.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.editorial;

/**
 * Editorial side of the content: drafts, review, publication, schedules and publishing sets.
 *
 * <p>An {@code entry} holds the revisions of one piece of content. The package {@code draft} saves and reviews them,
 * {@code publish} changes what the public sees through {@link org.putokaz.live.write.LiveStore}, {@code schedule} and
 * {@code set} plan publications for later or for several entries at once, and {@code worker} executes what is due.
 * {@code entrypoint} and {@code form} tell a client what there is and what a content takes. One implementation serves all
 * families. Nothing that answers the public may use these packages.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.editorial;

/**
 * Thread of comments on an entry, below {@code /editorial/v1/<family>/{id}/comments}, for editors only.
 *
 * <p>{@link org.putokaz.editorial.comment.EntryCommentsApi} declares the operations, {@link
 * org.putokaz.editorial.comment.EntryCommentsResource} implements them and has one subclass per family. {@link
 * org.putokaz.editorial.comment.EntryCommentService} reads and writes. A rejection writes its reason into the same thread,
 * through the repository in the package {@code entry}.
 */
@NullMarked
package org.putokaz.editorial.comment;

import org.jspecify.annotations.NullMarked;

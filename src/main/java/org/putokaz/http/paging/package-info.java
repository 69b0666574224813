/**
 * Keyset pagination: a list takes the {@link org.putokaz.http.paging.CursorParameters}, reads a page with {@link
 * org.putokaz.http.paging.KeysetPager} or, for keys of several
 * columns, with {@link org.putokaz.http.paging.CursorCodec}, and answers with a
 * {@link org.putokaz.http.paging.PagedResponse} that has the {@link org.putokaz.http.paging.PageInfo}.
 */
@NullMarked
package org.putokaz.http.paging;

import org.jspecify.annotations.NullMarked;

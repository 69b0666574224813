@NullMarked
package org.putokaz.http.paging;

import org.jspecify.annotations.NullMarked;

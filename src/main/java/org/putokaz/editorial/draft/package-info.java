@NullMarked
package org.putokaz.editorial.draft;

import org.jspecify.annotations.NullMarked;

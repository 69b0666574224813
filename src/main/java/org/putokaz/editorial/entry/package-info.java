@NullMarked
package org.putokaz.editorial.entry;

import org.jspecify.annotations.NullMarked;

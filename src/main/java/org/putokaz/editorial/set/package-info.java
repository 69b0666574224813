@NullMarked
package org.putokaz.editorial.set;

import org.jspecify.annotations.NullMarked;

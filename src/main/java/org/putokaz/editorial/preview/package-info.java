@NullMarked
package org.putokaz.editorial.preview;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.putokaz.editorial.publish;

import org.jspecify.annotations.NullMarked;

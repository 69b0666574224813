@NullMarked
package org.putokaz.editorial.worker;

import org.jspecify.annotations.NullMarked;

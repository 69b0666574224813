@NullMarked
package org.putokaz.editorial.transfer;

import org.jspecify.annotations.NullMarked;

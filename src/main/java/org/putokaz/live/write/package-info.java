@NullMarked
package org.putokaz.live.write;

import org.jspecify.annotations.NullMarked;

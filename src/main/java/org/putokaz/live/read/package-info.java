@NullMarked
package org.putokaz.live.read;

import org.jspecify.annotations.NullMarked;

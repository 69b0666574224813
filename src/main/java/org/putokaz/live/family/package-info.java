@NullMarked
package org.putokaz.live.family;

import org.jspecify.annotations.NullMarked;

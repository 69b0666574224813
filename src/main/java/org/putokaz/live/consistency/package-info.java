@NullMarked
package org.putokaz.live.consistency;

import org.jspecify.annotations.NullMarked;

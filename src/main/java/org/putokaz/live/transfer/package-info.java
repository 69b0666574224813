@NullMarked
package org.putokaz.live.transfer;

import org.jspecify.annotations.NullMarked;

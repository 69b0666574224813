@NullMarked
package org.putokaz.live.feed;

import org.jspecify.annotations.NullMarked;

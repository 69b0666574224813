@NullMarked
package org.putokaz.sync.feed;

import org.jspecify.annotations.NullMarked;

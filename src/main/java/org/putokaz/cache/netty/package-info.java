@NullMarked
package org.putokaz.cache.netty;

import org.jspecify.annotations.NullMarked;

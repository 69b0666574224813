@NullMarked
package org.putokaz.cache.executor;

import org.jspecify.annotations.NullMarked;

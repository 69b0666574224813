@NullMarked
package org.putokaz.live.db;

import org.jspecify.annotations.NullMarked;

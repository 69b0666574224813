@NullMarked
package org.putokaz.sync.bundle;

import org.jspecify.annotations.NullMarked;

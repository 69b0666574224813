@NullMarked
package org.putokaz.sync.snapshot;

import org.jspecify.annotations.NullMarked;
